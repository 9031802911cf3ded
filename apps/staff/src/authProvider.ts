import type { Verb } from '@stegvis/contracts/permissions/permissions';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { type AuthProvider, HttpError } from 'react-admin';
import { mayDo } from './may';
import { send } from './request';

/** Who is signed in, asked once; `null` when nobody is. */
let account: Promise<Account | null> | undefined;

export function loadAccount(): Promise<Account | null> {
  account ??= send<Account>('GET', 'auth/me').catch((error: unknown) => {
    if (error instanceof HttpError && error.status === 401) return null;
    account = undefined;
    throw error;
  });
  return account;
}

export function rememberAccount(known: Account | null): void {
  account = Promise.resolve(known);
}

const verbsOf = async (): Promise<readonly Verb[]> => (await loadAccount())?.verbs ?? [];

export const authProvider: AuthProvider = {
  login: async (credentials: { email: string; password: string }) => rememberAccount(await send<Account>('POST', 'auth/sign-in', credentials)),
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
