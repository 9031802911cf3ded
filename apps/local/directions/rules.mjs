/** Who may import what. Each rule looks at one import and gives the reason against it, or nothing. */
import { stairs } from './stairs.mjs';

/**
 * @typedef {object} Edge
 * @property {string} from the importing file, such as `libs/domain/src/meetings/meeting.entity.ts`
 * @property {import('./resolve.mjs').Target} to
 * @property {boolean} type whether only types are imported
 * @property {boolean} plain whether the imported file reaches no package: plain data and functions that a browser can load
 *
 * @typedef {(edge: Edge) => string | undefined} Rule
 */

/** @param {string} path */
const homeOf = (path) => path.split('/').slice(0, 2).join('/');
/** @param {string} path */
const folderOf = (path) => path.split('/').slice(0, 4).join('/');
/** @param {string} path */
export const isTest = (path) => /\.spec\.(tsx?|mjs)$/.test(path) || /^(apps|libs)\/[^/]+\/test\//.test(path) || path.endsWith('/testing.ts');

/** Apps stand on the domain, the domain on the platform, all on the contracts; nothing points back or sideways. @type {Record<string, string[]>} */
const mayImport = {
  'libs/contracts': [],
  'libs/platform': ['libs/contracts'],
  'libs/domain': ['libs/contracts', 'libs/platform'],
  'apps/api': ['libs/contracts', 'libs/platform', 'libs/domain'],
  'apps/worker': ['libs/contracts', 'libs/platform', 'libs/domain'],
  'apps/database': ['libs/contracts', 'libs/platform', 'libs/domain'],
  'apps/staff': ['libs/contracts'],
  'apps/local': [],
};

/** Tests of a whole app set up its world with the other apps' code. @type {Record<string, string[]>} */
const testsMayImport = {
  'apps/api/test': ['apps/database', 'apps/worker'],
  'apps/worker/test': ['apps/database', 'apps/worker'],
  'apps/staff/test': ['apps/api'],
};

/** @type {Rule} */
function pointsOneWay({ from, to }) {
  if (!('file' in to)) return;
  const [home, target] = [homeOf(from), homeOf(to.file)];
  if (home === target || mayImport[home]?.includes(target)) return;
  if (testsMayImport[from.split('/').slice(0, 3).join('/')]?.includes(target)) return;
  return mayImport[home]
    ? `${home} may import only ${[...mayImport[home], 'itself'].join(', ')}`
    : `${home} is new: give it its place in apps/local/directions/rules.mjs`;
}

/** @type {Rule} */
function exists({ to }) {
  return 'missing' in to ? to.missing : undefined;
}

/** Undeclared packages are there by luck, and Nx would not know that a sibling must be built first. @type {Rule} */
function isDeclared({ from, to }) {
  const undeclared = 'package' in to && !to.declared ? to.package : 'file' in to ? to.undeclared : undefined;
  // A package names itself without declaring itself.
  if (undeclared && undeclared !== `@stegvis/${homeOf(from).split('/')[1]}` && !isTest(from))
    return `${undeclared} is not among the dependencies of ${homeOf(from)}/package.json`;
}

/** @type {Rule} */
function climbsTheStairs({ from, to }) {
  if (!from.startsWith('libs/domain/src/')) return;
  const own = stairs.indexOf(from.split('/')[3] ?? '');
  if (own < 0) return 'every file of libs/domain is in a folder that has its place in apps/local/directions/stairs.mjs';
  if (!('file' in to) || !to.file.startsWith('libs/domain/src/') || folderOf(from) === folderOf(to.file)) return;
  const other = stairs.indexOf(to.file.split('/')[3] ?? '');
  if (other < 0 || other > own)
    return `on the stairs of libs/domain, ${stairs[own]} is below ${to.file.split('/')[3]}, and a folder knows only those below it`;
}

/** @type {Rule} */
function entersByTheIndex({ from, to }) {
  if (!('file' in to) || !/^libs\/domain\/src\/[^/]+\//.test(to.file) || folderOf(from) === folderOf(to.file)) return;
  if (to.file === `${folderOf(to.file)}/index.ts`) return;
  if (isTest(from) && to.file === `${folderOf(to.file)}/testing.ts`) return;
  return `from outside a folder only its index.ts may be imported${to.file.endsWith('/testing.ts') ? ' (testing.ts by tests)' : ''}`;
}

/** @type {Rule} */
function leavesTheQueueToTheWorker({ from, to }) {
  if (isTest(from) || !('file' in to) || !to.file.startsWith('libs/platform/src/queue/')) return;
  if (/^(apps\/api|libs\/domain)\//.test(from)) return 'the API and the rules write rows; only the worker opens the queue';
}

/** @type {Rule} */
function browserLoadsPlainDataOnly({ from, to, type, plain }) {
  if (!from.startsWith('apps/staff/src/') || isTest(from) || type) return;
  if ('file' in to && to.file.startsWith('libs/contracts/') && !plain) {
    return 'the browser would load decorators with it: use "import type", or move the value to a file without decorators (codes.ts)';
  }
}

const forbidden = [
  {
    where: (/** @type {string} */ path) => path.startsWith('libs/contracts/') && !isTest(path),
    packages: /^(?!class-validator$|class-transformer$|reflect-metadata$)/,
    reason: 'contracts cross the wire and reach the browser: only class-validator, class-transformer and reflect-metadata',
  },
  {
    where: (/** @type {string} */ path) => path.startsWith('libs/domain/') && !isTest(path),
    packages: /^(@nestjs\/(core|swagger|platform-.+)|fastify|express|@fastify\/.+)$/,
    reason: 'the rules know nothing of HTTP',
  },
  {
    where: (/** @type {string} */ path) =>
      !/^(libs\/platform\/src\/(postgres|doorbell|queue)|apps\/database|apps\/local)\//.test(path) && !isTest(path),
    packages: /^pg$/,
    reason: 'one place talks to the database, libs/platform/src/postgres (doorbell only listens, queue only lends BullMQ its connections)',
  },
  {
    where: (/** @type {string} */ path) => path.startsWith('apps/api/') && !isTest(path),
    packages: /^(bullmq|ioredis|@nestjs\/bullmq)$/,
    reason: 'the API writes rows and never opens the queue',
  },
];

/** @type {Rule} */
function usesPackagesWhereTheyBelong({ from, to }) {
  if (!('package' in to)) return;
  return forbidden.find(({ where, packages }) => where(from) && packages.test(to.package))?.reason;
}

/** @type {Rule[]} */
export const rules = [
  exists,
  pointsOneWay,
  climbsTheStairs,
  entersByTheIndex,
  leavesTheQueueToTheWorker,
  browserLoadsPlainDataOnly,
  usesPackagesWhereTheyBelong,
  isDeclared,
];
