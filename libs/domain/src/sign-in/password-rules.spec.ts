import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '@stegvis/contracts/problems/refusal';
import { acceptablePassword } from './password-rules.js';

const anna = { name: 'Anna Åkerlund-Berg', email: 'anna.akerlund@storköping.example' };
const why = (password: string) =>
  acceptablePassword(password, anna).then(
    () => 'accepted',
    (refusal: Refusal) => refusal.detail.errors?.password?.code,
  );

describe('a password', () => {
  it.each([
    'en blå cykel i regnet',
    'åska över Storsjön på tisdag',
    'Tre korvar utan bröd!',
    'qV7tR2mX9kPz4Lw',
    `${'x7Kq'.repeat(3)}gurka utan salt`,
  ])('is accepted when it is long and nobody tries it first: %s', async (password) => expect(await why(password)).toBe('accepted'));

  it.each([
    ['kort lösenord', 'too-short'],
    ['fjorton tecken', 'too-short'],
    ['lång '.repeat(26), 'too-long'],
    ['passwordpassword', 'easy-to-guess'],
    ['p@ssw0rdp@ssw0rd1', 'easy-to-guess'],
    ['123456789012345', 'easy-to-guess'],
    ['qwertyuiopasdfgh', 'easy-to-guess'],
    ['aaaaaaaaaaaaaaaaaaaa', 'easy-to-guess'],
    ['Sommar2026Sommar2026', 'easy-to-guess'],
    ['Välkommen1Välkommen1', 'easy-to-guess'],
    ['iloveyouiloveyou', 'easy-to-guess'],
    ['stegvis stegvis stegvis', 'own-words-only'],
    ['Stegvis-Kommun-2026', 'own-words-only'],
    ['AnnaÅkerlundBerg1', 'own-words-only'],
    ['anna.akerlund@storköping.example', 'own-words-only'],
  ])('is refused with its reason: %s', async (password, code) => expect(await why(password)).toBe(code));

  it('may have any 128 characters, whatever they are', async () => {
    expect(await why(`${'🚲 en blå cykel i regnet '.repeat(5)}ab`)).toBe('accepted');
  });

  it('is the same however the keyboard writes an å', async () => {
    const [one, two] = ['en blå cykel i regnet'.normalize('NFC'), 'en blå cykel i regnet'.normalize('NFD')];
    expect(two).not.toBe(one);
    expect(await acceptablePassword(two, anna)).toBe(one);
  });
});
