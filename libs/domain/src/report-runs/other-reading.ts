import { type Relation, relations } from './report-relations.js';

/** What a reader knows of a figure that is not shown: it is one of these, both included. */
export interface Range {
  least: number;
  most: number;
}

/** At most so many figures are moved, by one each time, and so many steps are tried before it is given up. */
const mostMoves = 14;
const mostSteps = 6_000;

const relationsOf = new Map<number, readonly { relation: number; sign: 1 | -1 }[]>();
relations.forEach(({ figures, others }, relation) => {
  for (const [all, sign] of [
    [figures, 1],
    [others, -1],
  ] as const)
    for (const figure of all) relationsOf.set(figure, [...(relationsOf.get(figure) ?? []), { relation, sign }]);
});

/**
 * Another report that would be read in the same way: every figure that is shown is the same, every other one within what
 * is known of it, all relations hold, and this one figure is not what it is. Gives the figures that differ, or nothing
 * when none was found; then there may still be one, further away than was looked.
 */
export function otherReading(values: readonly number[], hidden: ReadonlyMap<number, Range>, figure: number): number[] | undefined {
  const search = new Search(values, hidden);
  for (let moves = 2; moves <= mostMoves; moves++)
    for (const step of [1, -1] as const) {
      const found = search.from(figure, step, moves);
      if (found) return found;
    }
  return undefined;
}

/** Moves one figure and repairs the relations that this breaks, one after the other. */
class Search {
  private readonly sums: number[];
  private readonly kept: boolean[];
  private readonly moved = new Map<number, number>();
  private left = mostSteps;

  constructor(
    private readonly values: readonly number[],
    private readonly hidden: ReadonlyMap<number, Range>,
  ) {
    const sum = (figures: readonly number[]) => figures.reduce((before, figure) => before + (values[figure] as number), 0);
    this.sums = relations.map(({ figures, others }) => sum(figures) - sum(others));
    // What the figures themselves do not keep, such as those of a test, says nothing of them.
    this.kept = relations.map(({ equal }, relation) => (equal ? this.sums[relation] === 0 : (this.sums[relation] as number) <= 0));
  }

  /** The figures that are others once this one is moved and all is repaired with at most so many moves. */
  from(figure: number, step: 1 | -1, moves: number): number[] | undefined {
    if (!this.mayMove(figure, step)) return undefined;
    this.move(figure, step);
    const found = this.repair(moves - 1);
    this.move(figure, step === 1 ? -1 : 1);
    return found;
  }

  private repair(moves: number): number[] | undefined {
    const broken = this.firstBroken();
    if (broken === undefined) return [...this.moved].filter(([, by]) => by !== 0).map(([figure]) => figure);
    if (moves === 0 || this.left-- <= 0) return undefined;
    const { figures, others } = relations[broken] as Relation;
    const step = (this.sums[broken] as number) > 0 ? -1 : 1;
    for (const figure of figures) {
      const found = this.from(figure, step, moves);
      if (found) return found;
    }
    for (const figure of others) {
      const found = this.from(figure, step === 1 ? -1 : 1, moves);
      if (found) return found;
    }
    return undefined;
  }

  private firstBroken(): number | undefined {
    const at = relations.findIndex(({ equal }, relation) => {
      const sum = this.sums[relation] as number;
      return this.kept[relation] && (equal ? sum !== 0 : sum > 0);
    });
    return at < 0 ? undefined : at;
  }

  private mayMove(figure: number, step: 1 | -1): boolean {
    const range = this.hidden.get(figure);
    if (!range) return false;
    const by = this.moved.get(figure) ?? 0;
    const value = (this.values[figure] as number) + by + step;
    return by * step >= 0 && value >= range.least && value <= range.most;
  }

  private move(figure: number, step: 1 | -1): void {
    this.moved.set(figure, (this.moved.get(figure) ?? 0) + step);
    for (const { relation, sign } of relationsOf.get(figure) ?? []) this.sums[relation] = (this.sums[relation] as number) + sign * step;
  }
}
