import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoUi, demoUi } from './browser.js';
import { viewsOf } from './views.js';

const folder = process.env.LIGHTHOUSE ?? '';
const runs = Number(process.env.LIGHTHOUSE_RUNS);
const program = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
const wanted = { performance: 90, accessibility: 100, 'best-practices': 95 } as const;
const times = {
  'first paint': 'first-contentful-paint',
  'largest paint': 'largest-contentful-paint',
  blocked: 'total-blocking-time',
  moved: 'cumulative-layout-shift',
};

interface Report {
  categories: Record<keyof typeof wanted, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
  environment: { benchmarkIndex: number };
  finalDisplayedUrl: string;
}

let demo: DemoUi;
const measured: object[] = [];
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  demo = await demoUi();
});
afterAll(async () => {
  await demo.stop();
  writeFileSync(join(folder, 'summary.json'), JSON.stringify(measured));
});

const percent = (score: number) => Math.round(100 * score);

/** One load of a page in a browser of its own, by Lighthouse's own mobile throttling. */
async function load(address: string, cookie: string, file: string): Promise<Report> {
  await promisify(execFile)(
    process.execPath,
    [
      program,
      address,
      '--output=json',
      `--output-path=${file}`,
      '--quiet',
      `--only-categories=${Object.keys(wanted).join(',')}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
      '--no-enable-error-reporting',
    ],
    { env: { ...process.env, CHROME_PATH: process.env.TEST_CHROMIUM, NODE_OPTIONS: '' } },
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** What keeps a page from a full score, the heaviest first. */
function costsOf({ categories, audits }: Report): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .sort((one, other) => other.weight - one.weight)
    .map(({ id }) => `${audits[id]?.title} ${audits[id]?.displayValue ?? ''} (${percent(audits[id]?.score ?? 0)})`);
}

describe('Lighthouse, signed in', () => {
  it.each(['my-day', 'participant'])(
    'is content with %s',
    async (name) => {
      const { page, context, signIn } = await demo.open();
      await signIn('coach');
      const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
      const view = (await viewsOf(demo)).find((one) => one.name === name);
      const reports: Report[] = [];
      for (let run = 1; run <= runs; run++) reports.push(await load(`${demo.url}/#${view?.path}`, cookie, join(folder, `${name}-${run}.json`)));
      await page.close();
      const performance = (report: Report) => percent(report.categories.performance.score);
      const [middle] = [...reports].sort((one, other) => performance(one) - performance(other)).slice(Math.floor(runs / 2));
      if (!middle) throw new Error('Nothing was measured');
      const scores = Object.fromEntries(Object.entries(middle.categories).map(([category, { score }]) => [category, percent(score)]));
      measured.push({
        page: middle.finalDisplayedUrl.replace(/[0-9a-f-]{36}/, '…'),
        scores,
        times: Object.fromEntries(Object.entries(times).map(([title, audit]) => [title, middle.audits[audit]?.displayValue ?? '–'])),
        costs: costsOf(middle),
        runs: reports.map(performance),
        machine: Math.round(middle.environment.benchmarkIndex),
      });
      const short = Object.entries(wanted).filter(([category, least]) => (scores[category] ?? 0) < least);
      expect(short.map(([category, least]) => `${category}: ${scores[category]} of ${least}`)).toEqual([]);
    },
    600_000,
  );
});
