import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { notFound } from '@stegvis/contracts/problems/refusal';
import type { OwnSession, SessionLeft } from '@stegvis/contracts/sign-in/session';
import { settings } from '@stegvis/platform/settings';
import { DataSource } from 'typeorm';

/** Writes the limits of a session, as this process has them in its settings, into the database: it is the database that ends sessions. */
export async function stateLimits(source: DataSource): Promise<void> {
  const { SESSION_IDLE_MINUTES: idle, SESSION_HOURS: hours } = settings();
  await source.query('update sign_in.limits set idle_minutes = $1, longest_hours = $2 where (idle_minutes, longest_hours) <> ($1, $2)', [
    idle,
    hours,
  ]);
}

/** Where somebody is signed in. What is ended is over on the next request. */
@Injectable()
export class SessionsService {
  constructor(@InjectDataSource('auth') private readonly source: DataSource) {}

  /** The sessions of an account that stand, the one that asks first. */
  own(staffId: string, tokenHash: Buffer): Promise<OwnSession[]> {
    return this.source.query(
      `select id, browser, system, started_at as "startedAt", last_seen_at as "lastSeenAt", token_hash = $2 as current
       from sign_in.session where staff_id = $1 and sign_in.session_is_open(started_at, last_seen_at, ended_at)
       order by current desc, last_seen_at desc, id limit 100`,
      [staffId, tokenHash],
    );
  }

  /** Seconds until a session ends, if nobody does anything and anyhow. */
  async left(tokenHash: Buffer): Promise<SessionLeft> {
    const [row] = await this.source.query<SessionLeft[]>(
      `select greatest(0, ceil(extract(epoch from s.last_seen_at + make_interval(mins => l.idle_minutes) - now())))::integer as idle,
              greatest(0, ceil(extract(epoch from s.started_at + make_interval(hours => l.longest_hours) - now())))::integer as anyhow
       from sign_in.session s cross join sign_in.limits l where s.token_hash = $1`,
      [tokenHash],
    );
    if (!row) throw notFound();
    return row;
  }

  async endOne(staffId: string, id: string): Promise<void> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'update sign_in.session set ended_at = now() where staff_id = $1 and id = $2 and ended_at is null returning id',
      [staffId, id],
    );
    if (rows.length === 0) throw notFound();
  }

  /** Ends the sessions of an account, all of them or all but one. */
  async endAll(staffId: string, butFor?: Buffer): Promise<void> {
    await this.source.query(
      'update sign_in.session set ended_at = now() where staff_id = $1 and ended_at is null and token_hash is distinct from $2',
      [staffId, butFor ?? null],
    );
  }
}
