/**
 * `npm run lighthouse`: Lighthouse on my day and on a participant page, signed in, as a middling phone on a slow network would have them.
 * Each page is loaded several times (`npm run lighthouse -- 9`; five when not told); the middle run of each page counts.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { onDemoWorld } from './on-demo-world.mjs';
import { givePagesTheRightOfWay } from './right-of-way.mjs';
import { say } from './say.mjs';
import { dataFolder } from './workspace.mjs';

const folder = join(dataFolder, 'lighthouse');
const summary = join(folder, 'summary.json');
rmSync(folder, { recursive: true, force: true });

/** @typedef {{ page: string, scores: Record<string, number>, times: Record<string, string>, costs: string[], runs: number[], machine: number }} Measured */

function tell() {
  if (!existsSync(summary)) return;
  /** @type {Measured[]} */
  const measured = JSON.parse(readFileSync(summary, 'utf8'));
  for (const { page, scores, times, costs, runs, machine } of measured) {
    say(`\n${page}`);
    for (const [name, score] of Object.entries(scores)) say(`  ${name.padEnd(16)} ${String(score).padStart(3)}`);
    say(
      `  ${Object.entries(times)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ')}`,
    );
    say(`  performance of each run: ${runs.join(', ')}; speed of this machine by Lighthouse's measure: ${machine}`);
    for (const cost of costs) say(`  costs points: ${cost}`);
  }
  say(`\nThe main thread of a page ${first ? 'waited for no other' : 'waited for others now and then (as root on Linux it would not)'}.`);
  say(
    `Load of this machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}. The whole reports are in ${folder}.`,
  );
}

const first = givePagesTheRightOfWay();
await onDemoWorld('lighthouse', { LIGHTHOUSE: folder, LIGHTHOUSE_RUNS: process.argv[2] ?? '5' }, tell);
