import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { sqlBeside } from '@stegvis/platform/postgres';
import { DataSource, type EntityManager } from 'typeorm';
import type { Device } from './device.js';
import { networkOf, patience, waitAfter } from './waits.js';

const triesSql = sqlBeside(import.meta.url, 'tries.sql');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Where a try to sign in comes from. */
export interface Whence {
  /** The client's address, as a trusted proxy says it. */
  address: string;
  /** The cookie by which a browser is known that was used before. */
  browser?: string | undefined;
  /** What the browser is, as its owner would say. */
  device?: Device | undefined;
  /** The hash of the token of a session that is under way: its tries are counted apart. */
  session?: Buffer | undefined;
}

/** A try that is under way. */
export interface Try {
  id: number;
}

/** Counts tries to sign in, in the database: each failure makes the next wait longer, and nobody can fill the count of a browser that they do not have. */
@Injectable()
export class TriesService {
  constructor(@InjectDataSource('auth') private readonly source: DataSource) {}

  /** Writes down a try before it is made. Refused, with the seconds to wait, after too many failures; a refused one does not count. */
  async begin(email: string, { address, browser, session }: Whence): Promise<Try> {
    const from = networkOf(address);
    return this.source.transaction(async (manager) => {
      const apart = session ?? (browser && (await isKnown(manager, sha256(browser), email)) ? sha256(browser) : null);
      // One after the other for whoever is counted together: else a hundred at once would all be the first.
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 7834653))', [apart?.toString('hex') ?? from]);
      const counts = await manager.query<{ of: keyof typeof patience; failures: number; ago: number | null }[]>(triesSql, [
        sha256(email),
        from,
        apart,
      ]);
      const wait = Math.max(...counts.map(({ of, failures, ago }) => waitAfter(failures, patience[of]) - (ago ?? 0)));
      if (wait > 0) throw new Refusal('too-many-requests', 'too-many-tries', { retryAfter: Math.ceil(wait) });
      await manager.query(`delete from sign_in.attempt where tried_at < now() - interval '2 days'`);
      const [made] = await manager.query<{ id: number }[]>(
        'insert into sign_in.attempt (account_hash, address, browser_hash, tried_at) values ($1, $2, $3, clock_timestamp()) returning id',
        [sha256(email), from, apart],
      );
      return made as Try;
    });
  }

  /** Writes down how a try ended. One that is right so far, with a second step to come, is left as it is. */
  async end({ id }: Try, succeeded: boolean): Promise<void> {
    await this.source.query('update sign_in.attempt set succeeded = $2 where id = $1', [id, succeeded]);
  }

  /** Takes back a try that could not be made. */
  async withdraw({ id }: Try): Promise<void> {
    await this.source.query('delete from sign_in.attempt where id = $1', [id]);
  }

  /** Lets a browser be known for an account from now on. */
  async know(browser: string, staffId: string): Promise<void> {
    await this.source.query('insert into sign_in.known_browser (token_hash, staff_id) values ($1, $2) on conflict do nothing', [
      sha256(browser),
      staffId,
    ]);
  }
}

async function isKnown(manager: EntityManager, browserHash: Buffer, email: string): Promise<boolean> {
  const [row] = await manager.query<{ known: boolean }[]>(
    'select exists (select from sign_in.known_browser b join app.staff s on s.id = b.staff_id where b.token_hash = $1 and s.email = $2) as known',
    [browserHash, email],
  );
  return row?.known ?? false;
}
