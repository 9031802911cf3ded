import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type DemoUi, demoUi, launch } from './browser.js';
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
let browser: Browser;
let port: number;
const measured: object[] = [];
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  demo = await demoUi();
  port = await freePort();
  browser = await launch('sv-SE', [`--remote-debugging-port=${port}`]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  writeFileSync(join(folder, 'summary.json'), JSON.stringify(measured));
});

/** A port of this machine that nobody uses. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  server.close();
  return found;
}

const percent = (score: number) => Math.round(100 * score);

/** Lighthouse now and then loses sight of the load it is to measure; that is no measurement, so it loads again. */
const attempts = 3;

/** One load of a page, with nothing of an earlier one in the browser, by Lighthouse's own mobile throttling. */
async function load(address: string, cookie: string, file: string): Promise<Report> {
  const words = [
    program,
    address,
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    `--port=${port}`,
    `--only-categories=${Object.keys(wanted).join(',')}`,
    `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
    '--no-enable-error-reporting',
  ];
  for (let attempt = 1; ; attempt++) {
    const failed = await promisify(execFile)(process.execPath, words, { env: { ...process.env, NODE_OPTIONS: '' } }).then(
      () => undefined,
      (error: Error) => error,
    );
    if (!failed) return JSON.parse(readFileSync(file, 'utf8')) as Report;
    if (attempt === attempts) throw failed;
  }
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
      const { context, signIn } = await demo.open();
      await signIn('coach');
      const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
      const view = (await viewsOf(demo)).find((one) => one.name === name);
      // A page that goes on asking would be measured, too; its session stays.
      await context.close();
      const address = `${demo.url}/#${view?.path}`;
      // The first load finds a browser and an API that have not warmed up.
      await load(address, cookie, join(folder, `${name}-0.json`));
      const reports: Report[] = [];
      for (let run = 1; run <= runs; run++) reports.push(await load(address, cookie, join(folder, `${name}-${run}.json`)));
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
