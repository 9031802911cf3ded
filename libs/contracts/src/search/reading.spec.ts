import { describe, expect, it } from '@jest/globals';
import { readSearch } from './reading.js';

const nothing = { number: null, words: [], bornOn: [], day: null };

const read: readonly [text: string, reading: object][] = [
  ['  Anna   EK ', { words: ['anna', 'ek'] }],
  ['Al-Sayed, Zoë', { words: ['al', 'sayed', 'zoe'] }],
  ['1988-03-12', { bornOn: ['1988-03-12'], day: '1988-03-12' }],
  ['19880312', { bornOn: ['1988-03-12'], day: '1988-03-12' }],
  ['880312', { bornOn: ['1988-03-12', '2088-03-12'] }],
  ['000229', { bornOn: ['2000-02-29'] }],
  ['anna 880312', { words: ['anna'], bornOn: ['1988-03-12', '2088-03-12'] }],
  ['2026-11-20 Ek', { words: ['ek'], bornOn: ['2026-11-20'], day: '2026-11-20' }],
  ['idag', { day: 0 }],
  ['I dag', { day: 0 }],
  ['Igår', { day: -1 }],
  ['anna tomorrow', { words: ['anna'], day: 1 }],
  ['Ida', { words: ['ida'] }],
  ['Idagård', { words: ['idagård'] }],
  ['2026-02-30', { words: ['2026', '02', '30'] }],
  ['1988-03', { words: ['1988', '03'] }],
  ['', {}],
  [' %_ ', {}],
];

const numbers: readonly [text: string, number: string][] = [
  ['880312-1234', '880312-1234'],
  ['19880312-1234', '19880312-1234'],
  ['198803121234', '198803121234'],
  ['8803121234', '8803121234'],
  ['880312+1234', '880312+1234'],
  ['880312 1234', '880312 1234'],
  ['19880312 12', '19880312 12'],
  ['880312-', '880312-'],
  ['880312-1', '880312-1'],
  ['8803121', '8803121'],
  ['701063', '701063'],
  ['701063-2391', '701063-2391'],
  ['1988-03-12-1234', '1988-03-12-1234'],
  ['anna 880312-1234', '880312-1234'],
  ['880312-1234 ek', '880312-1234'],
];

describe('what was typed into the search box', () => {
  it.each(read)('%j', (text, reading) => expect(readSearch(text)).toEqual({ ...nothing, ...reading }));
});

describe('an identity number, whole or so far as it is typed', () => {
  it.each(numbers)('%j is not searched for', (text, number) => expect(readSearch(text)).toEqual({ ...nothing, number }));
});
