import type { Verb } from '@stegvis/contracts/permissions/permissions';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { type AuthProvider, HttpError } from 'react-admin';
import { mayDo } from './may';
import { expectAnswers, send } from './request';

/** Who is signed in, asked once; `null` when nobody is. */
let account: Promise<Account | null> | undefined;

export function loadAccount(): Promise<Account | null> {
  account ??= send<Account>('GET', 'auth/me')
    .then((known) => {
      expectAnswers(true);
      return known;
    })
    .catch((error: unknown) => {
      if (error instanceof HttpError && error.status === 401) return null;
      account = undefined;
      throw error;
    });
  return account;
}

export function rememberAccount(known: Account | null): void {
  expectAnswers(known !== null);
  account = Promise.resolve(known);
}

const verbsOf = async (): Promise<readonly Verb[]> => (await loadAccount())?.verbs ?? [];

export const authProvider: AuthProvider = {
  // The password, or the second step after it: a code, or an account that has just been opened by setting a second factor up.
  login: async (given: { email: string; password: string } | { code: string } | { opened: true }) => {
    if ('opened' in given) rememberAccount(await send<Account>('GET', 'auth/me'));
    else rememberAccount(await send<Account>('POST', 'code' in given ? 'auth/second-factor' : 'auth/sign-in', given));
  },
  logout: async () => {
    const signedIn = await loadAccount().catch(() => null);
    if (signedIn) await send('POST', 'auth/sign-out').catch(() => undefined);
    rememberAccount(null);
  },
  checkAuth: async () => {
    if (!(await loadAccount())) throw new HttpError('', 401, {});
  },
  checkError: async (error: { status?: number }) => {
    if (error.status !== 401) return;
    rememberAccount(null);
    throw error;
  },
  getIdentity: async () => {
    const known = await loadAccount();
    return { id: known?.id ?? '', fullName: known?.name ?? '', account: known };
  },
  getPermissions: verbsOf,
  canAccess: async ({ resource, action }) => mayDo(await verbsOf(), resource, action),
};
