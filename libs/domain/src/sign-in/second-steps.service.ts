import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Role } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { FactorToConfirm, SignInState } from '@stegvis/contracts/sign-in/second-factor';
import { sqlBeside } from '@stegvis/platform/postgres';
import { settings } from '@stegvis/platform/settings';
import { DataSource } from 'typeorm';
import { SecondFactorsService } from './second-factors.service.js';
import type { Try } from './tries.service.js';

const stateSql = sqlBeside(import.meta.url, 'sign-in-state.sql');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Why a password alone is not enough: a code is to be given, or the second factor that a role needs is to be set up first. */
export type Missing = 'second-factor-needed' | 'second-factor-to-be-set-up';

/** Half a session: the token by which the second step is given, and by which nothing else can be done. */
export interface Half {
  token: string;
  missing: Missing;
}

/** Between the password and the session. */
@Injectable()
export class SecondStepsService {
  constructor(
    @InjectDataSource('auth') private readonly source: DataSource,
    private readonly factors: SecondFactorsService,
  ) {}

  /** What is missing after the right password; nothing when it is enough. */
  async missing(staffId: string): Promise<Missing | undefined> {
    const { secondFactor, secondFactorNeeded } = await this.state(staffId);
    if (secondFactor) return 'second-factor-needed';
    return secondFactorNeeded ? 'second-factor-to-be-set-up' : undefined;
  }

  /** How somebody signs in. */
  async state(staffId: string): Promise<SignInState> {
    const [row] = await this.source.query<(Omit<SignInState, 'secondFactorNeeded'> & { roles: Role[] })[]>(stateSql, [staffId]);
    if (!row) throw new Error('An account that is signed in has gone');
    const { roles, ...state } = row;
    return { ...state, secondFactorNeeded: roles.some((role) => settings().SECOND_FACTOR_ROLES.includes(role)) };
  }

  async begin(staffId: string, tried: Try, missing: Missing): Promise<Half> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query('insert into sign_in.half_session (token_hash, staff_id, attempt_id) values ($1, $2, $3)', [
      sha256(token),
      staffId,
      tried.id,
    ]);
    return { token, missing };
  }

  /** Whose half session this is. Refused when there is none any more. */
  async of(half: string): Promise<{ staffId: string; email: string; tried: Try }> {
    const [row] = await this.source.query<{ staffId: string; email: string; attempt: number }[]>(
      `select s.id as "staffId", s.email, h.attempt_id as attempt from sign_in.half_session h join app.staff s on s.id = h.staff_id
       where h.token_hash = $1 and h.ended_at is null and h.started_at > now() - interval '10 minutes' and s.active`,
      [sha256(half)],
    );
    if (!row) throw new Refusal('not-signed-in', 'sign-in-begins-anew');
    return { staffId: row.staffId, email: row.email, tried: { id: row.attempt } };
  }

  /** The secret for an app, for somebody whose role needs a second factor and who has none. */
  async beginNeededFactor(half: string): Promise<FactorToConfirm> {
    const { staffId, email } = await this.of(half);
    return this.factors.begin(staffId, email);
  }

  /** Turns off one's own second factor. Throws `second-factor-must-stay` where a role needs it: only somebody else may then take it away. */
  async turnOffOwn(staffId: string): Promise<void> {
    if ((await this.state(staffId)).secondFactorNeeded) throw new Refusal('conflict', 'second-factor-must-stay');
    await this.factors.turnOff(staffId);
  }

  async end(half: string): Promise<void> {
    await this.source.query('update sign_in.half_session set ended_at = now() where token_hash = $1', [sha256(half)]);
  }
}
