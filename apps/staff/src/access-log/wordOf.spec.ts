import { describe, expect, it } from '@jest/globals';
import { verbs } from '@stegvis/contracts/permissions/permissions';
import { codes as english } from '../i18n/en/codes';
import { codes as swedish } from '../i18n/sv/codes';
import { wordOf } from './wordOf';

describe('what the access log says of an action', () => {
  it('is a word with a name in both languages, for every verb and for signing in and out', () => {
    for (const action of [...verbs, 'sign-in', 'sign-out'])
      for (const codes of [english, swedish]) expect([action, Object.keys(codes.accessWord).includes(wordOf(action))]).toEqual([action, true]);
  });

  it('is the log for who read what was noted of a person', () => {
    expect(wordOf('participants.read-log')).toBe('access-log');
    expect(wordOf('participants.read')).toBe('participants');
  });
});
