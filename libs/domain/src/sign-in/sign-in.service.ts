import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Role, verbsOf } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { sourceOptions, sqlBeside } from '@stegvis/platform/postgres';
import { databaseUrl } from '@stegvis/platform/settings';
import { DataSource } from 'typeorm';
import { passwordFits, TooManySignIns } from './passwords.js';
import { RememberedSessions } from './remembered-sessions.js';
import type { SignedIn } from './signed-in.js';

const accountSql = sqlBeside(import.meta.url, 'account.sql');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Failures on one account from one address within a quarter of an hour, after which tries are refused. */
const mostFailures = 10;

type SessionRow = Omit<Account, 'verbs'> & { sightVersion: number; stale: boolean };

/** Opens the database as the sign-in role, which sees accounts and sessions and no case. */
export const openSignInDatabase = (): Promise<DataSource> =>
  new DataSource(sourceOptions({ url: databaseUrl('auth'), poolSize: 4, applicationName: 'stegvis-auth', statementTimeout: 5000 })).initialize();

/** Signing in and out. Sessions live in the database: ending one, or an account, takes effect on the next request. */
@Injectable()
export class SignInService {
  private readonly remembered = new RememberedSessions();

  constructor(@InjectDataSource('auth') private readonly source: DataSource) {}

  /** Signs in and gives the session's token, which is told once and stored only as its hash. Unknown accounts and wrong passwords look alike. */
  async signIn(email: string, password: string, address: string): Promise<{ token: string; account: Account }> {
    const staffId = await this.whoseAre(email, password, address);
    if (!staffId) throw new Refusal('not-signed-in', 'wrong-password');
    return this.openSession(staffId);
  }

  /** Whether somebody who is signed in knows the account's password. Wrong ones count as tries to sign in do. */
  async knowsPassword({ id, email }: Account, password: string, address: string): Promise<boolean> {
    return (await this.whoseAre(email, password, address)) === id;
  }

  /** Who a token belongs to, or nobody: unknown, ended, idle too long, too old, or the account is closed. Asks the database. */
  async whoHas(token: string): Promise<SignedIn | undefined> {
    const tokenHash = sha256(token);
    const [row] = await this.source.query<SessionRow[]>(accountSql, [tokenHash]);
    if (!row) {
      this.remembered.forget(token);
      return undefined;
    }
    const { stale, sightVersion, ...account } = row;
    if (stale) await this.source.query('update sign_in.session set last_seen_at = now() where token_hash = $1', [tokenHash]);
    const verbs = verbsOf(account.roles.map((held): Role => held.role));
    return this.remembered.keep(token, { account: { ...account, verbs }, tokenHash, sightVersion });
  }

  /**
   * What this process has lately read of a token's session. Good for deciding what to ask the database, and for nothing more:
   * it has to confirm the session (`access.enter`) before anything is answered.
   */
  lately(token: string): SignedIn | undefined {
    return this.remembered.of(token);
  }

  async signOut(token: string): Promise<void> {
    this.remembered.forget(token);
    await this.source.query('update sign_in.session set ended_at = now() where token_hash = $1 and ended_at is null', [sha256(token)]);
  }

  /** Answers when the database does; rejects when it does not. */
  async answers(): Promise<void> {
    await this.source.query('select 1');
  }

  /** Whose e-mail address and password these are. Each question is a try that counts. */
  private async whoseAre(email: string, password: string, address: string): Promise<string | undefined> {
    const known = email.trim().toLowerCase();
    await this.refuseAfterFailures(known, address);
    const [found] = await this.source.query<{ id: string; passwordHash: string }[]>(
      'select s.id, c.password_hash as "passwordHash" from app.staff s join sign_in.credential c on c.staff_id = s.id where s.email = $1 and s.active',
      [known],
    );
    const fits = await passwordFits(found?.passwordHash, password).catch((fault: unknown) => {
      if (fault instanceof TooManySignIns) throw new Refusal('unavailable', 'busy');
      throw fault;
    });
    await this.source.query('insert into sign_in.attempt (account_hash, address, succeeded) values ($1, $2, $3)', [sha256(known), address, fits]);
    return fits ? found?.id : undefined;
  }

  private async openSession(staffId: string): Promise<{ token: string; account: Account }> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query('insert into sign_in.session (token_hash, staff_id) values ($1, $2)', [sha256(token), staffId]);
    const signedIn = await this.whoHas(token);
    if (!signedIn) throw new Refusal('not-signed-in', 'wrong-password');
    return { token, account: signedIn.account };
  }

  private async refuseAfterFailures(email: string, address: string): Promise<void> {
    const [count] = await this.source.query<{ failures: number }[]>(
      `select count(*)::integer as failures from sign_in.attempt
       where account_hash = $1 and address = $2 and not succeeded and tried_at > now() - interval '15 minutes'
         and tried_at > coalesce((select max(tried_at) from sign_in.attempt where account_hash = $1 and address = $2 and succeeded), '-infinity')`,
      [sha256(email), address],
    );
    if ((count?.failures ?? 0) >= mostFailures) throw new Refusal('too-many-requests', 'too-many-tries');
  }
}
