import type { Verb } from '@stegvis/contracts/permissions/permissions';

type WordOfVerb<V> = V extends `${infer Word}.${string}` ? Word : never;

/** What something was done with, as the access log is read: a word of Stegvis, or signing in and out. */
export type AccessWord = WordOfVerb<Verb> | 'sign-in' | 'sign-out';

/** The word of an action; who read the log of a person looked into the log. */
export const wordOf = (action: string): string => (action === 'participants.read-log' ? 'access-log' : (action.split('.')[0] ?? action));
