import type { IdentityKind } from '@stegvis/contracts/participants/codes';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { type IdentityNumber, readIdentityNumber } from './identity-number.js';

/**
 * What somebody filled in about an identity number: a number, that there is none, or nothing new. `before` is the kind
 * that is registered, if the person is; `today` is the local day. Throws `invalid-input` at the field that is wrong.
 */
export function numberGiven(
  given: { identityKind?: IdentityKind; identityNumber?: string | null },
  before: IdentityKind | null,
  today: string,
): IdentityNumber | 'none' | 'as-before' {
  const { identityKind: kind, identityNumber: text } = given;
  if (!text) {
    if (kind === before || kind === undefined) return before === null ? 'none' : 'as-before';
    if (kind === 'none') return 'none';
    throw invalidInput('identityNumber', 'required');
  }
  if (kind === 'none') throw invalidInput('identityNumber', 'number-not-expected');
  const read = identityNumberIn(text, today);
  if (kind !== undefined && kind !== before && kind !== read.kind) throw invalidInput('identityKind', 'other-kind-of-number');
  return read;
}

/** The number in a text; throws `invalid-input` with the reason when there is none. */
export function identityNumberIn(text: string, today: string): IdentityNumber {
  const read = readIdentityNumber(text, today);
  if ('reason' in read) throw invalidInput('identityNumber', read.reason);
  return read;
}
