import { randomInt } from 'node:crypto';
import type { Participant, ParticipantChange, Referral } from '@stegvis/contracts/participants/participant';
import { invalidInput } from '@stegvis/contracts/problems/refusal';

type Names = Pick<Participant, 'givenName' | 'familyName'>;

/** No letter that looks like a digit, and no vowel: a pseudonym is no word. */
const signs = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** The names that a person is registered under: those given, or a pseudonym such as "Deltagare 4F7K" for who is counted and not named. */
export function namesFor({ pseudonymous, givenName, familyName }: Pick<Referral, 'pseudonymous' | 'givenName' | 'familyName'>): Names {
  if (pseudonymous) return { givenName: 'Deltagare', familyName: Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('') };
  if (!givenName) throw invalidInput('givenName', 'required');
  if (!familyName) throw invalidInput('familyName', 'required');
  return { givenName, familyName };
}

/** Refuses a name for who is still counted and not named, and a pseudonym for who has a name. */
export function mustKeepPseudonym(current: Names & { pseudonymous: boolean }, change: ParticipantChange): void {
  const stays = change.pseudonymous ?? current.pseudonymous;
  if (!current.pseudonymous && stays) throw invalidInput('pseudonymous', 'not-possible');
  if (!stays || !current.pseudonymous) return;
  for (const name of ['givenName', 'familyName'] as const) if (change[name] !== current[name]) throw invalidInput(name, 'pseudonym-stays');
}
