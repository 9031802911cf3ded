import type pg from 'pg';
import type { Statement } from '../statement.js';
import { Line } from './line.js';

/** Milliseconds that a statement may usually take to go with the quick ones: those behind it on the same connection wait so long. */
const quick = 25;
/** Runs of a statement before it is judged: each connection plans it the first time, and has to learn the tables. */
const trials = 8;
/** How much the newest measurement counts against those before: what was once slow by chance is soon quick again. */
const freshness = { quicker: 0.5, slower: 0.1 };
/** Statements whose time is remembered. */
const mostRemembered = 1_000;

/**
 * The connections that requests share when their statements are known up front. Statements that turn out to be slow get
 * connections of their own, so that a report nobody can hurry holds up no coach's morning.
 */
export class ReadDoor {
  private readonly quickLines: readonly Line[];
  private readonly slowLines: readonly Line[];
  private readonly usual = new Map<string, { runs: number; milliseconds: number }>();

  constructor(config: pg.ClientConfig, lines = { quick: 4, slow: 2 }) {
    this.quickLines = Array.from({ length: lines.quick }, () => new Line(config));
    this.slowLines = Array.from({ length: lines.slow }, () => new Line(config));
  }

  /** Runs statements in one transaction of their own, and gives the rows of each. */
  async run(statements: readonly Statement[]): Promise<object[][]> {
    const key = statements.at(-1)?.text ?? '';
    const lines = (this.usual.get(key)?.milliseconds ?? 0) > quick ? this.slowLines : this.quickLines;
    const line = leastBusy(lines);
    const alone = line.busy === 0;
    const since = performance.now();
    const rows = await line.run(statements);
    // What waited behind others says nothing about itself.
    if (alone) this.remember(key, performance.now() - since);
    return rows;
  }

  async end(): Promise<void> {
    await Promise.all([...this.quickLines, ...this.slowLines].map((line) => line.end()));
  }

  /** Connections and what they have to do, for the metrics. */
  get counts(): { open: number; used: number; waiting: number } {
    const lines = [...this.quickLines, ...this.slowLines];
    return {
      open: lines.filter((line) => line.isOpen).length,
      used: lines.filter((line) => line.busy > 0).length,
      waiting: lines.reduce((sum, line) => sum + Math.max(line.busy - 1, 0), 0),
    };
  }

  private remember(key: string, milliseconds: number): void {
    if (this.usual.size >= mostRemembered) this.usual.clear();
    const one = this.usual.get(key) ?? { runs: 0, milliseconds: 0 };
    this.usual.set(key, one);
    if (++one.runs <= trials) return;
    const change = milliseconds - one.milliseconds;
    one.milliseconds += one.runs === trials + 1 ? change : change * (change < 0 ? freshness.quicker : freshness.slower);
  }
}

const leastBusy = (lines: readonly Line[]): Line => lines.reduce((best, line) => (line.busy < best.busy ? line : best));
