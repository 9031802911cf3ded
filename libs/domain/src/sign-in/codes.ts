import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code stands on the phone. */
const period = 30;
/** A phone's clock may be one period off. */
const window = 1;

const totpOf = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({ issuer: 'Stegvis', label, algorithm: 'SHA1', digits: 6, period, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });

/** A new secret of a second factor, 160 bits as RFC 4226 wants them. */
export const newSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

/** The secret as an authenticator app takes it: typed, in base32, or scanned, as an address. */
export function asShown(secret: Uint8Array, label: string): { secret: string; uri: string } {
  const totp = totpOf(secret, label);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The step (period since 1970) that a code of six digits belongs to, if it is right now or next to it; RFC 6238. @param at milliseconds since 1970 */
export function stepOf(code: string, secret: Uint8Array, at = Date.now()): number | undefined {
  const delta = totpOf(secret).validate({ token: code, window, timestamp: at });
  return delta === null ? undefined : Math.floor(at / 1000 / period) + delta;
}

/** What one types: six digits, perhaps with spaces, from the phone; anything else is meant for a recovery code. */
export const isTimedCode = (typed: string): boolean => /^\d{6}$/.test(typed.replaceAll(/\s/g, ''));

/** Without the signs that are taken for each other. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const characters = 10;

/** Ten codes for the day when the phone is gone: some 49 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)]).join('')).map(
    (code) => `${code.slice(0, 5)}-${code.slice(5)}`,
  );

/** A code without what people add or change when they type it. */
export const codeForm = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
