/** One project for each kind of test; `npm test` runs them one after the other, each with the servers it needs. */
const kinds = ['db', 'http', 'queue', 'browser', 'pictures', 'lighthouse'];
const folders = ['apps/*/src', 'apps/*/test', 'libs/*/src'];

/** @param {boolean} tsx @returns {[string, Record<string, unknown>]} */
function compiled(tsx) {
  const jsc = {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx, decorators: true },
    // As tsc does it: injection reads the metadata, and a field without a value must not hide a decorator's.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
  };
  return ['@swc/jest', { jsc, module: { type: 'es6' }, sourceMaps: 'inline' }];
}

// The web server requires it, and it is a module only; before Node.js 24 Jest cannot require one.
const onlyModules = 'content-disposition';
const asCommonJs = { [`/node_modules/${onlyModules}/.*\\.js$`]: ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }] };

/** @param {string} displayName @param {string[]} patterns @param {Partial<import('jest').Config>} [more] */
function project(displayName, patterns, more = {}) {
  return {
    displayName,
    testEnvironment: 'node',
    // Our packages resolve to their sources, so that tests never run against a build of yesterday.
    testEnvironmentOptions: { customExportConditions: ['stegvis-source', 'node', 'node-addons'] },
    testMatch: patterns.map((pattern) => `<rootDir>/${pattern}`),
    modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
    resolver: '<rootDir>/apps/local/jest-resolver.cjs',
    setupFiles: ['<rootDir>/apps/local/jest-setup.mjs'],
    transform: { '\\.ts$': compiled(false), '\\.tsx$': compiled(true), ...asCommonJs },
    transformIgnorePatterns: [`/node_modules/(?!${onlyModules}/)`],
    ...more,
  };
}

/** @param {string} ending */
const inFolders = (ending) => folders.map((folder) => `${folder}/**/*.${ending}`);

export default {
  // Real servers on a busy machine: a test that hangs is ended, and none fails for being slow.
  testTimeout: 240_000,
  projects: [
    project('unit', [...inFolders('spec.{ts,tsx}'), 'apps/local/**/*.spec.mjs'], {
      testPathIgnorePatterns: ['/node_modules/', `\\.(${kinds.join('|')})\\.spec\\.tsx?$`],
    }),
    project('database', inFolders('db.spec.ts')),
    project('http', inFolders('http.spec.ts')),
    project('queue', inFolders('queue.spec.ts')),
    project('browser', inFolders('browser.spec.ts')),
    // Commands of their own, on the same demo world: `npm run pictures`, `npm run lighthouse`.
    project('pictures', inFolders('pictures.spec.ts')),
    project('lighthouse', inFolders('lighthouse.spec.ts')),
  ],
};
