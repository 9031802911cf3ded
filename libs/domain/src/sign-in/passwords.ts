import { hash, verify } from '@node-rs/argon2';
import { passwordForm } from './password-rules.js';

/** argon2id with 19 MiB and two passes: the least that OWASP's password storage guidance accepts. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash takes 19 MiB and about 100 ms of a processor, so only a few run at once. */
const atOnce = 2;
const mostWaiting = 100;
let running = 0;
const waiting: (() => void)[] = [];

/** There are more sign-ins under way than the processors can check. */
export class TooManySignIns extends Error {}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooManySignIns();
    await new Promise<void>((resume) => waiting.push(resume));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(passwordForm(password), cost));

const nobodysHash = hash('nobody has this password', cost);

/** Checks a password. For an unknown account it takes as long as for a known one. */
export const passwordFits = async (stored: string | undefined, password: string): Promise<boolean> => {
  const against = stored ?? (await nobodysHash);
  const fits = await inTurn(() => verify(against, passwordForm(password)));
  return fits && stored !== undefined;
};
