import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Role, verbsOf } from '@stegvis/contracts/permissions/permissions';
import { invalidInput, Refusal } from '@stegvis/contracts/problems/refusal';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { sourceOptions, sqlBeside } from '@stegvis/platform/postgres';
import { databaseUrl } from '@stegvis/platform/settings';
import { DataSource } from 'typeorm';
import { deviceOf } from './device.js';
import { passwordFits, TooManySignIns } from './passwords.js';
import { RememberedSessions } from './remembered-sessions.js';
import { SecondFactorsService } from './second-factors.service.js';
import { type Half, SecondStepsService } from './second-steps.service.js';
import { stateLimits } from './sessions.service.js';
import type { SignedIn } from './signed-in.js';
import { TriesService, type Try, type Whence } from './tries.service.js';

const accountSql = sqlBeside(import.meta.url, 'account.sql');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A session that has just been opened: its token, and the token that its browser is known by from now on. */
export interface Opened {
  token: string;
  browser: string;
  account: Account;
}

/** What is missing in half a session. */
export const isHalf = (begun: Opened | Half): begun is Half => 'missing' in begun;

type SessionRow = Omit<Account, 'verbs'> & { accountVersion: number; stale: boolean; justProved: boolean };

/** Opens the database as the sign-in role, which sees accounts and sessions and no case, and states how long sessions last. */
export async function openSignInDatabase(): Promise<DataSource> {
  const options = sourceOptions({ url: databaseUrl('auth'), poolSize: 4, applicationName: 'stegvis-auth', statementTimeout: 5000 });
  const source = await new DataSource(options).initialize();
  await stateLimits(source);
  return source;
}

/** Signing in and out. Sessions live in the database: ending one, or an account, takes effect on the next request. */
@Injectable()
export class SignInService {
  private readonly remembered = new RememberedSessions();

  constructor(
    @InjectDataSource('auth') private readonly source: DataSource,
    private readonly tries: TriesService,
    private readonly factors: SecondFactorsService,
    private readonly secondSteps: SecondStepsService,
  ) {}

  /** Signs in and gives the session's token, which is told once and stored only as its hash. Unknown accounts and wrong passwords look alike. */
  async signIn(email: string, password: string, whence: Whence): Promise<Opened | Half> {
    const { staffId, tried } = await this.whoseAre(email, password, whence);
    if (!staffId) throw new Refusal('not-signed-in', 'wrong-password');
    const missing = await this.secondSteps.missing(staffId);
    if (missing) return this.secondSteps.begin(staffId, tried, missing);
    await this.tries.end(tried, true);
    return this.openSession(staffId, whence);
  }

  /** The second step: ends the half session, and opens a whole one. Each code is a try that counts as a password does. */
  async giveSecondFactor(half: string, code: string, whence: Whence): Promise<Opened> {
    const { staffId, email, tried: first } = await this.secondSteps.of(half);
    const tried = await this.tries.begin(email, whence);
    const right = await this.factors.accepts(staffId, code);
    await this.tries.end(tried, right);
    if (!right) throw new Refusal('not-signed-in', 'wrong-code');
    await this.tries.end(first, true);
    await this.secondSteps.end(half);
    return this.openSession(staffId, whence);
  }

  /** Turns on the second factor that a role needs, in the middle of signing in, and opens the session. */
  async confirmNeededFactor(half: string, code: string, whence: Whence): Promise<Opened & { codes: string[] }> {
    const { staffId, tried } = await this.secondSteps.of(half);
    const codes = await this.factors.confirm(staffId, code);
    await this.tries.end(tried, true);
    await this.secondSteps.end(half);
    return { ...(await this.openSession(staffId, whence)), codes };
  }

  /**
   * Proves anew who is signed in, by a code where a second factor is on, else by the password, and gives the session's new token: that of before is nobody's from now on.
   */
  async stepUp(token: string, signedIn: SignedIn, proof: { password?: string; code?: string }, whence: Whence): Promise<string> {
    if (!(await this.proves(signedIn, proof, whence)))
      throw invalidInput(proof.code ? 'code' : 'password', proof.code ? 'wrong-code' : 'wrong-current-password');
    const fresh = randomBytes(32).toString('base64url');
    this.remembered.forget(token);
    const [rows] = await this.source.query<[unknown[], number]>(
      'update sign_in.session set token_hash = $2, authenticated_at = now(), last_seen_at = now() where token_hash = $1 and ended_at is null returning staff_id',
      [sha256(token), sha256(fresh)],
    );
    if (rows.length === 0) throw new Refusal('not-signed-in', 'not-signed-in');
    return fresh;
  }

  private async proves(signedIn: SignedIn, { password, code }: { password?: string; code?: string }, { address }: Whence): Promise<boolean> {
    if (!code && (await this.factors.isOn(signedIn.account.id))) throw invalidInput('code', 'second-factor-needed');
    if (!code) return this.knowsPassword(signedIn, password ?? '', address);
    const tried = await this.tries.begin(signedIn.account.email, { address, session: signedIn.tokenHash });
    const right = await this.factors.accepts(signedIn.account.id, code);
    await this.tries.end(tried, right);
    return right;
  }

  /** Whether somebody who is signed in knows the account's password. Tries are counted for the session, so that a wrong one locks out nobody else. */
  async knowsPassword({ account, tokenHash }: SignedIn, password: string, address: string): Promise<boolean> {
    const { staffId, tried } = await this.whoseAre(account.email, password, { address, session: tokenHash });
    if (staffId) await this.tries.end(tried, true);
    return staffId === account.id;
  }

  /**
   * Who a token belongs to, or nobody: unknown, ended, idle too long, too old, or the account is closed. Asks the database.
   * @param attended false: a page asks by itself while nobody is there, which does not keep the session going
   */
  async whoHas(token: string, attended = true): Promise<SignedIn | undefined> {
    const tokenHash = sha256(token);
    const [row] = await this.source.query<SessionRow[]>(accountSql, [tokenHash]);
    if (!row) {
      this.remembered.forget(token);
      return undefined;
    }
    const { stale, accountVersion, justProved, ...account } = row;
    if (stale && attended) await this.source.query('update sign_in.session set last_seen_at = now() where token_hash = $1', [tokenHash]);
    const verbs = verbsOf(account.roles.map((held): Role => held.role));
    return this.remembered.keep(token, { account: { ...account, verbs }, tokenHash, accountVersion, justProved });
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

  private async openSession(staffId: string, whence: Whence): Promise<Opened> {
    const token = randomBytes(32).toString('base64url');
    const { browser: program, system } = whence.device ?? deviceOf();
    await this.source.query('insert into sign_in.session (token_hash, staff_id, browser, system) values ($1, $2, $3, $4)', [
      sha256(token),
      staffId,
      program,
      system,
    ]);
    const signedIn = await this.whoHas(token);
    if (!signedIn) throw new Refusal('not-signed-in', 'wrong-password');
    const browser = whence.browser ?? randomBytes(32).toString('base64url');
    await this.tries.know(browser, staffId);
    return { token, browser, account: signedIn.account };
  }

  /** Whose e-mail address and password these are. Each question is a try that counts; one that fits is still under way. */
  private async whoseAre(email: string, password: string, whence: Whence): Promise<{ staffId?: string | undefined; tried: Try }> {
    const known = email.trim().toLowerCase();
    const tried = await this.tries.begin(known, whence);
    const [found] = await this.source.query<{ id: string; passwordHash: string }[]>(
      'select s.id, c.password_hash as "passwordHash" from app.staff s join sign_in.credential c on c.staff_id = s.id where s.email = $1 and s.active',
      [known],
    );
    const fits = await passwordFits(found?.passwordHash, password).catch(async (fault: unknown) => {
      await this.tries.withdraw(tried);
      if (fault instanceof TooManySignIns) throw new Refusal('unavailable', 'busy');
      throw fault;
    });
    if (!fits) await this.tries.end(tried, false);
    return { staffId: fits ? found?.id : undefined, tried };
  }
}
