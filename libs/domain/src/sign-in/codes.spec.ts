import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { asShown, codeForm, isTimedCode, newRecoveryCodes, newSecret, stepOf } from './codes.js';
import { FactorVault } from './factor-vault.js';

/** RFC 6238 in a few lines, by nobody's library: what an authenticator app shows. */
function shownOnPhone(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('the code of a phone', () => {
  const secret = Buffer.from('12345678901234567890');

  it('is that of RFC 6238, appendix B', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [20_000_000_000, '353130'],
    ] as const)
      expect([code, stepOf(code, secret, seconds * 1000)]).toEqual([code, Math.floor(seconds / 30)]);
  });

  it('is right in its own thirty seconds, and in those before and after', () => {
    const now = 1_800_000_015_000;
    const step = Math.floor(now / 30_000);
    const own = newSecret();
    expect([-2, -1, 0, 1, 2].map((off) => stepOf(shownOnPhone(own, step + off), own, now))).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it('comes from the secret that is scanned or typed', () => {
    const { secret: typed, uri } = asShown(secret, 'anna@kommun.example');
    expect(typed).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(new URL(uri).searchParams.get('secret')).toBe(typed);
    expect(decodeURIComponent(uri)).toContain('totp/Stegvis:anna@kommun.example');
  });

  it.each([
    ['123456', true],
    ['123 456', true],
    ['abcde-23456', false],
    ['1234567', false],
  ])('%s is one: %s', (typed, is) => expect(isTimedCode(typed)).toBe(is));
});

describe('recovery codes', () => {
  it('are ten, all different, and the same however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.filter((code) => !/^[2-9a-z]{5}-[2-9a-z]{5}$/.test(code))).toEqual([]);
    expect(codeForm(' ABCDE 23456 ')).toBe(codeForm('abcde-23456'));
  });
});

describe('what is kept of a second factor', () => {
  const vault = new FactorVault(Buffer.alloc(32, 7).toString('base64'));

  it('can be read for its own account only, and with its own secret file only', () => {
    const secret = newSecret();
    const kept = vault.encrypt(secret, 'anna');
    expect(Buffer.from(secret).equals(vault.decrypt(kept, 'anna'))).toBe(true);
    expect(kept.includes(Buffer.from(secret))).toBe(false);
    expect(() => vault.decrypt(kept, 'bo')).toThrow();
    expect(() => new FactorVault(Buffer.alloc(32, 8).toString('base64')).decrypt(kept, 'anna')).toThrow();
    expect(vault.hash('abc', 'anna').equals(vault.hash('abc', 'bo'))).toBe(false);
  });
});
