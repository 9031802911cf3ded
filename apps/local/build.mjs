/** Builds what is missing or has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { Advice, say, seconds } from './say.mjs';
import { sourcesBelow } from './sources.mjs';
import { apiProgram, databaseCommand, dataFolder, inWorkspace, root, staffUi, workerProgram, writeJson } from './workspace.mjs';

const outputs = [databaseCommand, apiProgram, workerProgram, join(staffUi, 'index.html')];
const record = join(dataFolder, 'built.json');

/** Nx would find out by itself, in three seconds; names, sizes and times of change tell it in a few milliseconds. */
function fingerprint() {
  const hash = createHash('sha256');
  const single = ['nx.json', 'package-lock.json', 'tsconfig.base.json'].map(inWorkspace);
  for (const file of [...single, ...sourcesBelow(inWorkspace('libs')), ...sourcesBelow(inWorkspace('apps'))].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds every package with Nx, in the order of their dependencies; Nx replays what it has built before. */
export function build() {
  return run(process.execPath, [inWorkspace('node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=static'], {
    cwd: root,
    // Nothing of Nx may stay behind when it is interrupted: no daemon, no plugin processes.
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
  });
}

export async function buildIfNeeded() {
  const sources = fingerprint();
  const built = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).sources : undefined;
  if (built === sources && outputs.every((file) => existsSync(file))) return;
  const since = performance.now();
  say('Building …');
  const { code, output } = await build();
  if (code !== 0) throw new Advice(`${output}\nThe build failed (see above).`);
  const missing = outputs.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Advice(`The build did not make ${missing.join(', ')}. Remove the dist and .nx folders and start again.`);
  writeJson(record, { sources });
  say(`Built (${seconds(since)}).`);
}
