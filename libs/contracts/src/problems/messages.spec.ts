import { describe, expect, it } from '@jest/globals';
import { constraintRefusals } from './constraints.js';
import { messages, sentence } from './messages.js';
import { problemKinds } from './problem.js';

describe('the sentences of refusals', () => {
  it('exist for each of the database’s constraints', () => {
    expect(Object.values(constraintRefusals).filter(({ code }) => !messages[code])).toEqual([]);
    expect(Object.values(constraintRefusals).filter(({ kind }) => !problemKinds[kind])).toEqual([]);
  });

  it('are not the same in both languages, and end as sentences do', () => {
    for (const [code, { sv, en }] of Object.entries(messages)) {
      expect({ code, same: sv === en }).toEqual({ code, same: false });
      expect([sv.at(-1), en.at(-1)]).toEqual(['.', '.']);
    }
  });

  it('say the limit and what may be chosen', () => {
    expect(sentence('too-long', 'en', { limit: 200 })).toBe('At most 200 characters.');
    expect(sentence('not-a-code', 'sv', { allowed: ['a', 'b'] })).toBe('Välj ett av: a, b.');
  });
});
