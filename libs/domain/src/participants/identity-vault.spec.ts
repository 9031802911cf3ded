import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IdentityVault, maskedNumber } from './identity-vault.js';

const vault = new IdentityVault(randomBytes(32).toString('base64'));
const number = '199107172380';
const holder = { organisationId: randomUUID(), participantId: randomUUID() };

describe('the vault of identity numbers (abuse case 30)', () => {
  it('gives back what it was given', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{12}$/), (any) => vault.decrypt(vault.encrypt(any, holder), holder) === any));
  });

  it('never encrypts twice to the same bytes, and shows nothing of the number', () => {
    const [once, again] = [vault.encrypt(number, holder), vault.encrypt(number, holder)];
    expect(once.equals(again)).toBe(false);
    expect(once.length).toBe(4 + 12 + number.length + 16);
    expect(once.includes(number)).toBe(false);
  });

  it('refuses a number that was moved to another person or another organisation', () => {
    const encrypted = vault.encrypt(number, holder);
    expect(() => vault.decrypt(encrypted, { ...holder, participantId: randomUUID() })).toThrow();
    expect(() => vault.decrypt(encrypted, { ...holder, organisationId: randomUUID() })).toThrow();
  });

  it('refuses bytes of which any bit was changed', () => {
    const encrypted = vault.encrypt(number, holder);
    fc.assert(
      fc.property(fc.nat(encrypted.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(encrypted);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        expect(() => vault.decrypt(changed, holder)).toThrow();
      }),
    );
  });

  it('refuses bytes that are too few to be a number', () => {
    expect(() => vault.decrypt(Buffer.alloc(0), holder)).toThrow('no encrypted identity number');
    expect(() => vault.decrypt(vault.encrypt(number, holder).subarray(0, 30), holder)).toThrow();
  });

  it('says so when the number was encrypted with another master key', () => {
    const other = new IdentityVault(randomBytes(32).toString('base64'));
    expect(() => other.decrypt(vault.encrypt(number, holder), holder)).toThrow('another key');
  });

  it('finds a number in its organisation and not in another', () => {
    const { organisationId } = holder;
    expect(vault.hash(number, organisationId)).toEqual(vault.hash(number, organisationId.toUpperCase()));
    expect(vault.hash(number, organisationId)).not.toEqual(vault.hash('199107172381', organisationId));
    expect(vault.hash(number, organisationId)).not.toEqual(vault.hash(number, randomUUID()));
    expect(vault.hash(number, organisationId)).toHaveLength(32);
  });

  it('refuses a master key of another length', () => {
    expect(() => new IdentityVault(randomBytes(16).toString('base64'))).toThrow('32 bytes');
  });

  it('hides the last four', () => {
    expect(maskedNumber(number)).toBe('19910717-••••');
  });
});
