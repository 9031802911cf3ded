/** What `npm test` does, step by step. */
import { build } from '../build.mjs';
import { checkDirections } from '../directions/check.mjs';
import { complain, say } from '../say.mjs';
import { root } from '../workspace.mjs';
import { countTests, runJest } from './jest.mjs';
import { lint } from './lint.mjs';
import { findChromium, findRedis } from './packages.mjs';
import { startRedis } from './redis.mjs';
import { addCount, addOne } from './tally.mjs';
import { oldestPrograms, startTestDatabase } from './test-database.mjs';

/**
 * @typedef {object} Step
 * @property {string} name as typed after `npm test --`
 * @property {string} title
 * @property {(words: string[]) => Promise<boolean>} check whether it passed; gets the patterns of paths that were typed
 */

/** @type {ReturnType<typeof startTestDatabase> | undefined} */
let database;
/** @type {Promise<string> | undefined} */
let redis;

/** What every kind of test may use; servers are started when the first step needs them. */
export async function testEnvironment() {
  database ??= startTestDatabase('embedded');
  const redisProgram = findRedis();
  if (redisProgram) redis ??= startRedis(redisProgram);
  const chromium = findChromium();
  return {
    ...process.env,
    ...(await database),
    ...(redis ? { TEST_REDIS_URL: await redis } : {}),
    ...(chromium ? { TEST_CHROMIUM: chromium } : {}),
  };
}

/** @param {import('./tally.mjs').Count} count */
function counted(count) {
  addCount(count);
  return count.failed === 0;
}

/** @param {boolean} passed */
function countedAsOne(passed) {
  addOne(passed);
  return passed;
}

/** @param {string} ending @param {string} missing */
function skipped(ending, missing) {
  const count = countTests(ending);
  addCount({ passed: 0, failed: 0, skipped: count });
  say(`${count} tests skipped: ${missing} is not on this machine.`);
  return true;
}

async function buildCheck() {
  const { code, output } = await build();
  if (code !== 0) complain(output);
  return countedAsOne(code === 0);
}

async function directionsCheck() {
  const refusals = await checkDirections(root);
  for (const refusal of refusals) complain(refusal);
  return countedAsOne(refusals.length === 0);
}

/** @param {string[]} words */
async function databaseTests(words) {
  const embedded = counted(await runJest('database', words, await testEnvironment()));
  const oldest = oldestPrograms();
  if (!oldest) return embedded;
  say('The same on PostgreSQL 15 …');
  const env = { ...process.env, ...(await startTestDatabase('oldest', oldest)) };
  return counted(await runJest('database', words, env)) && embedded;
}

/** The default backend of BullMQ is global to a process, so each has its own. @param {string[]} words */
async function queueTests(words) {
  const env = await testEnvironment();
  const onPostgres = counted(await runJest('queue', words, { ...env, TEST_QUEUE: 'postgres' }, { inBand: true }));
  if (!redis) return skipped('.queue.spec.ts', 'redis-server') && onPostgres;
  say('The same on Redis …');
  return counted(await runJest('queue', words, { ...env, TEST_QUEUE: 'redis' }, { inBand: true })) && onPostgres;
}

/** @param {string[]} words */
async function browserTests(words) {
  if (!findChromium()) return skipped('.browser.spec.ts', 'chromium-headless-shell');
  return counted(await runJest('browser', words, await testEnvironment(), { inBand: true }));
}

/** @type {Step[]} */
export const steps = [
  { name: 'lint', title: 'Lint', check: async () => countedAsOne(await lint()) },
  { name: 'build', title: 'Types and build', check: buildCheck },
  { name: 'directions', title: 'Import directions', check: directionsCheck },
  { name: 'unit', title: 'Unit tests', check: async (words) => counted(await runJest('unit', words, process.env)) },
  { name: 'database', title: 'Database tests', check: databaseTests },
  { name: 'http', title: 'HTTP tests', check: async (words) => counted(await runJest('http', words, await testEnvironment())) },
  { name: 'queue', title: 'Queue tests', check: queueTests },
  { name: 'browser', title: 'Browser tests', check: browserTests },
];

/** Steps that run what the build has made. */
export const needBuild = new Set(['database', 'http', 'queue', 'browser']);
