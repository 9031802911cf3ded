import { useSyncExternalStore } from 'react';

/** Why a request cannot be answered until the person has done something: signed in again, or shown that it is them. */
export type InterruptionKind = 'signed-out' | 'step-up';

export interface Interruption {
  kind: InterruptionKind;
  /** Ends it: the requests that wait are sent again, or given up. */
  end: (done: boolean) => void;
}

let current: Interruption | undefined;
let asked: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

function show(next: Interruption | undefined): void {
  current = next;
  for (const told of listeners) told();
}

/** Asks the person, over the page and everything typed on it. Several requests wait for one answer: whether they may be sent again. */
export function interrupt(kind: InterruptionKind): Promise<boolean> {
  if (current && asked) {
    const same = current.kind === kind;
    return same ? asked : asked.then((done) => done && interrupt(kind));
  }
  asked = new Promise((answer) => {
    show({
      kind,
      end: (done) => {
        show(undefined);
        answer(done);
      },
    });
  });
  return asked;
}

/** Somebody who was to show that it is them is found to be signed out: signing in shows it too. */
export function becomeSignedOut(): void {
  if (current) show({ ...current, kind: 'signed-out' });
}

const listen = (told: () => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

/** What the person is asked now, if anything. */
export const useInterruption = (): Interruption | undefined => useSyncExternalStore(listen, () => current);
