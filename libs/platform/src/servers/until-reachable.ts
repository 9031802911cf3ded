import { faultFields, log } from '../log/index.js';

/** A server that a process cannot work without, and that may be started after it. */
export interface Server {
  name: 'PostgreSQL' | 'Redis';
  /** Asks it for something small, and lets go of it again. Rejects when it does not answer. */
  ask(): Promise<void>;
  /** Whether a fault of `ask` passes by itself: the server is away or not up yet. A wrong password does not. */
  passes(fault: unknown): boolean;
}

/** Milliseconds before the next try: half as long again each time, from a quarter of a second to ten seconds. */
export const pauseBefore = (nth: number): number => Math.min(10_000, Math.round(250 * 1.5 ** nth));

/**
 * Resolves as soon as a server answers, however long that takes; rejects with a fault that does not pass. What it waits
 * for it says once. `meanwhile` is awaited before the first pause: for what has to be done only if there is one.
 */
export async function untilReachable(server: Server, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  for (let nth = 0; ; nth++) {
    const fault = await server.ask().then(
      () => undefined,
      (caught: unknown) => caught ?? new Error('Nothing was said'),
    );
    if (fault === undefined) {
      if (nth > 0) log.info(`${server.name} answers`);
      return;
    }
    if (!server.passes(fault)) throw fault;
    if (nth === 0) {
      log.warn(faultFields(fault), `${server.name} cannot be reached; waiting for it`);
      await meanwhile();
    }
    await new Promise((next) => setTimeout(next, pauseBefore(nth)));
  }
}
