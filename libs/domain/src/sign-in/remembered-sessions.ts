import type { SignedIn } from './signed-in.js';

/** Milliseconds for which a session is remembered; the database notes once a minute that it is in use. */
const goodFor = 60_000;
/** Sessions that are remembered; beyond them the oldest are forgotten. */
const most = 10_000;

/**
 * What this process has lately read of sessions, by token. It is never enough for an answer: whether a session still stands
 * is for the database to say.
 */
export class RememberedSessions {
  private readonly known = new Map<string, { signedIn: SignedIn; readAt: number; day: number }>();

  of(token: string): SignedIn | undefined {
    const one = this.known.get(token);
    if (one && Date.now() - one.readAt < goodFor && one.day === today()) return one.signedIn;
    this.known.delete(token);
    return undefined;
  }

  keep(token: string, signedIn: SignedIn): SignedIn {
    this.known.delete(token);
    this.known.set(token, { signedIn, readAt: Date.now(), day: today() });
    if (this.known.size > most) this.forget(this.known.keys().next().value as string);
    return signedIn;
  }

  forget(token: string): void {
    this.known.delete(token);
  }
}

/** Roles begin and end with a local day; no time zone's midnight falls inside an hour of UTC's clock here. */
const today = (): number => Math.floor(Date.now() / 3_600_000);
