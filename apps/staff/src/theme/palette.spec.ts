import { describe, expect, it } from '@jest/globals';
import { type Colours, schemes } from './palette';

/** WCAG 2's relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

type Pair = readonly [keyof Colours, keyof Colours];
const grounds = ['ground', 'paper'] as const;
const texts: Pair[] = [
  ...(['ink', 'inkSoft', 'teal', 'red', 'amber', 'green', 'blue'] as const).flatMap((text) => grounds.map((ground): Pair => [text, ground])),
  ...(['neutralSoft', 'noteSoft', 'tealSoft', 'amberSoft', 'redSoft', 'greenSoft', 'blueSoft'] as const).map((soft): Pair => ['ink', soft]),
  ['onTeal', 'teal'],
  ['onTeal', 'red'],
  ['onTeal', 'green'],
  ['tealDark', 'tealSoft'],
  ['green', 'greenSoft'],
  ['amber', 'amberSoft'],
  ['red', 'redSoft'],
  ['blue', 'blueSoft'],
  ['inkSoft', 'tealSoft'],
];
const shapes: Pair[] = (['edge', 'woman', 'man', 'nonBinary', 'teal', 'tealPale'] as const).map((shape): Pair => [shape, 'paper']);
const below = (limit: number, pairs: readonly Pair[], scheme: Colours) =>
  pairs.filter(([one, other]) => contrast(scheme[one], scheme[other]) < limit).map(([one, other]) => `${one} on ${other}`);

describe.each(['light', 'dark'] as const)('the %s colours', (mode) => {
  it('can be read', () => {
    expect(below(4.5, texts, schemes[mode])).toEqual([]);
    expect(below(3, shapes, schemes[mode])).toEqual([]);
  });
});

describe('contrast', () => {
  it('is 21 between black and white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
