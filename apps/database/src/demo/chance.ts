/** Chance that falls the same way every time for the same seed: the demo world can be made again, row for row. */
export class Chance {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    this.state = Uint32Array.from({ length: 4 }, (_, part) => scramble(`${seed}#${part}`));
    for (let warming = 0; warming < 12; warming++) this.bits();
  }

  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return min + Math.floor((this.bits() / 2 ** 32) * (max - min + 1));
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.whole(1, 100) <= share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.whole(
      1,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [key, weight] of entries) {
      left -= weight;
      if (left <= 0) return key;
    }
    throw new Error('Weights must be whole numbers above 0');
  }

  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()].map((part) => part.toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** 32 random bits: the generator sfc32. */
  private bits(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state;
    const sum = (a + b + counter) >>> 0;
    this.state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + sum, counter + 1]);
    return sum;
  }
}

/** FNV-1a, which turns a seed of words into a number. */
function scramble(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return hash >>> 0;
}
