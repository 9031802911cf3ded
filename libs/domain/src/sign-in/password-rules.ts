import { Refusal } from '@stegvis/contracts/problems/refusal';
import { mostPasswordCharacters, shortestPassword } from '@stegvis/contracts/sign-in/password-length';
import { type ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Words that whoever guesses at an account here tries first, beside the person's own. */
const ownWords = ['stegvis', 'kommun', 'kommunen', 'deltagare', 'arbetsmarknad', 'handledare', 'coach'];
/** What Swedes choose often and the international list does not hold. */
const swedishWords = ['välkommen', 'lösenord', 'hemligt', 'sommar', 'vinter', 'höst', 'vår', 'sverige', 'hejsan', 'hejhej', 'stockholm', 'göteborg'];

/** A password that is found within so many tries (as a power of ten) is no password: an attacker with the hash tries as many in days. */
const leastTries = 9;
/** Characters that have to be left when the own words are taken out. */
const leastBesideOwnWords = 8;

/** Whose password it is, for words that others would try. */
export interface PasswordHolder {
  name: string;
  email: string;
}

/** The one form in which a password is checked and stored: an å that one keyboard writes as one sign and another as two is the same å. */
export const passwordForm = (typed: string): string => typed.normalize('NFC');

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The list of common passwords has some 50 000 entries, so it is read when the first password is chosen, and kept. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new ZxcvbnFactory({ dictionary: { ...dictionary, stegvis: [...ownWords, ...swedishWords] }, graphs: adjacencyGraphs });
}

/**
 * Refuses a password that is too short, too long, or easy to guess: by length, a list of common ones and the words that are tried
 * first, and by no rules of which signs it has (NIST SP 800-63B). Gives it back in the form to be hashed.
 */
export async function acceptablePassword(typed: string, holder: PasswordHolder): Promise<string> {
  const password = passwordForm(typed);
  const length = [...password].length;
  if (length < shortestPassword) throw refused('too-short', shortestPassword);
  if (length > mostPasswordCharacters) throw refused('too-long', mostPasswordCharacters);
  const own = wordsOf(holder);
  if ([...without(password, [...own, ...ownWords])].length < leastBesideOwnWords) throw refused('own-words-only');
  estimator ??= makeEstimator();
  if ((await estimator).check(password, own).guessesLog10 < leastTries) throw refused('easy-to-guess');
  return password;
}

/** A person's name and address, and their parts. */
function wordsOf({ name, email }: PasswordHolder): string[] {
  const parts = [name, email].flatMap((text) => text.split(/[\s@._-]+/u));
  return [...new Set([name, email, ...parts].map((word) => passwordForm(word).toLowerCase()).filter((word) => word.length > 2))];
}

/** What is left of a password when words, and whatever is neither letter nor digit, are taken out; the longest word first. */
function without(password: string, words: readonly string[]): string {
  const byLength = [...words].sort((one, other) => other.length - one.length);
  return byLength.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase()).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const refused = (code: string, limit?: number): Refusal =>
  new Refusal('invalid-input', 'invalid-input', { errors: { password: { code, ...(limit && { limit }) } } });
