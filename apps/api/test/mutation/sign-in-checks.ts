import type { FactorToConfirm, RecoveryCodes } from '@stegvis/contracts/sign-in/second-factor';
import { aStaff } from '@stegvis/domain/participants/testing';
import { hashPassword } from '@stegvis/domain/sign-in';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { Client } from '../client.js';
import { codeOnPhone } from '../phone.js';
import { halfAsWhole, type MutableApi } from './mutable-api.js';
import type { Mutation } from './mutation.js';

const password = 'ett ganska långt lösenord';
const giving = 'POST /api/auth/second-factor';

/** What abuse case 24 says of signing in, asked of an API for whose auditors a second factor is a must. */
export class SignInChecks {
  private constructor(
    private readonly api: MutableApi,
    private readonly database: TestDatabase,
    /** Whose second factor is on, and whose role needs one that is not set up. */
    private readonly withFactor: { email: string; secret: string },
    private readonly needing: string,
  ) {}

  static async over(api: MutableApi, database: TestDatabase, organisationId: string): Promise<SignInChecks> {
    const account = async (staffId: string) => {
      await database.sql('insert into sign_in.credential (staff_id, password_hash) values ($1, $2)', [staffId, await hashPassword(password)]);
      const [row] = await database.sql<{ email: string }>('select email from app.staff where id = $1', [staffId]);
      return row?.email ?? '';
    };
    const email = await account(await aStaff(database, 'administrator'));
    const needing = await account(await aStaff(database, 'auditor', { organisationId }));
    const client = await Client.signedIn(api.url, email, password);
    const { secret } = (await client.post<FactorToConfirm>('/api/auth/second-factor/begin')).body;
    const { status } = await client.post<RecoveryCodes>('/api/auth/second-factor/confirm', { code: codeOnPhone(secret) });
    if (status !== 200) throw new Error(`The second factor was not turned on: ${status}`);
    return new SignInChecks(api, database, { email, secret }, needing);
  }

  mutations(): Mutation[] {
    const signingIn = 'POST /api/auth/sign-in';
    return [
      { guard: 'second step', at: signingIn, checks: [['abuse case 24: a second factor that is on', () => this.opened(this.withFactor.email)]] },
      { guard: 'second step', at: signingIn, checks: [['abuse case 24: a second factor that a role needs', () => this.opened(this.needing)]] },
      ...['GET /api/auth/me', 'GET /api/auth/state', 'GET /api/my-day', 'GET /api/staff', 'POST /api/auth/second-factor/recovery-codes'].map(
        (at): Mutation => ({ guard: 'half a session', at, checks: [['abuse case 24: half a session', () => this.opensByHalf(at)]] }),
      ),
      { guard: 'right code', at: giving, checks: [['abuse case 24: a wrong code', () => this.takes(codeOnPhone(this.withFactor.secret, 9))]] },
      { guard: 'right code', at: 'POST /api/auth/step-up', checks: [['abuse case 24: a wrong code as proof', () => this.proves()]] },
      { guard: 'code used once', at: giving, checks: [['abuse case 24: a code of before', () => this.takesTwice()]] },
      ...['HttpOnly', 'SameSite', 'Path'].map(
        (name): Mutation => ({ guard: `cookie ${name}`, at: signingIn, checks: [['abuse case 11: the cookie', () => this.unbound()]] }),
      ),
    ];
  }

  /** Every cookie that is given is out of reach of scripts and of other websites. */
  private async unbound(): Promise<string[]> {
    await this.database.sql('delete from sign_in.attempt');
    const { headers } = await new Client(this.api.url).post('/api/auth/sign-in', { email: this.withFactor.email, password });
    const cookies = headers.getSetCookie();
    return cookies.length > 0 && cookies.every((cookie) => /; Path=\/; HttpOnly; SameSite=Lax$/.test(cookie))
      ? []
      : [`Cookies: ${cookies.map((one) => one.replace(/=[^;]*/, '')).join()}`];
  }

  /** A password alone opens no session where it is not enough. */
  private async opened(email: string): Promise<string[]> {
    const client = await this.halfway(email);
    return client.session === '' ? [] : ['A password alone opened a session'];
  }

  private async opensByHalf(at: string): Promise<string[]> {
    const half = (await this.halfway(this.withFactor.email)).cookieOf('stegvis-half');
    const [method = '', path = ''] = at.split(' ');
    const { status } = await new Client(this.api.url).send(method, path, method === 'GET' ? undefined : {}, { Cookie: halfAsWhole(half) });
    return half !== '' && status === 401 ? [] : [`${at} by half a session: 401 is right, ${status} came back`];
  }

  private async takes(code: string): Promise<string[]> {
    const { status } = await (await this.halfway(this.withFactor.email)).post('/api/auth/second-factor', { code });
    return status === 401 ? [] : [`A wrong code: 401 is right, ${status} came back`];
  }

  private async takesTwice(): Promise<string[]> {
    const { email, secret } = this.withFactor;
    await this.later();
    const code = codeOnPhone(secret);
    const first = await (await this.halfway(email)).post('/api/auth/second-factor', { code });
    const again = await (await this.halfway(email)).post('/api/auth/second-factor', { code });
    return [first.status, again.status].join() === '200,401'
      ? []
      : [`A code, and the same again: 200 and 401 are right, ${first.status} and ${again.status} came back`];
  }

  private async proves(): Promise<string[]> {
    const { email, secret } = this.withFactor;
    await this.later();
    const client = await this.halfway(email);
    const { status } = await client.post('/api/auth/second-factor', { code: codeOnPhone(secret) });
    if (status !== 200) throw new Error(`The right code was answered ${status}`);
    const proved = await client.post('/api/auth/step-up', { code: codeOnPhone(secret, 9) });
    return proved.status === 400 ? [] : [`A wrong code as proof: 400 is right, ${proved.status} came back`];
  }

  /** After the password; no try of before counts. */
  private async halfway(email: string): Promise<Client> {
    await this.database.sql('delete from sign_in.half_session');
    await this.database.sql('delete from sign_in.attempt');
    const client = new Client(this.api.url);
    await client.post('/api/auth/sign-in', { email, password });
    return client;
  }

  /** The time of a code goes by. */
  private later = () => this.database.sql('update sign_in.second_factor set last_step = last_step - 3');
}
