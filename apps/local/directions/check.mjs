/** Reads all imports of the workspace and holds them against the rules. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sourcesBelow } from '../sources.mjs';
import { findCycles } from './cycles.mjs';
import { importsOf } from './imports.mjs';
import { makeResolver } from './resolve.mjs';
import { rules } from './rules.mjs';

/** @typedef {{ name: string, to: import('./resolve.mjs').Target, type: boolean }} Resolved */

/**
 * @param {string} root of the workspace
 * @returns {Promise<string[]>} one line for each import that is refused
 */
export async function checkDirections(root) {
  const resolve = makeResolver(root);
  /** @type {Map<string, Resolved[]>} */
  const all = new Map();
  /** @type {string[]} */
  const refusals = [];
  for (const file of codeFiles(root)) {
    try {
      all.set(
        file,
        importsOf(join(root, file)).map(({ from, type }) => ({ name: from, type, to: resolve(file, from) })),
      );
    } catch (error) {
      refusals.push(`${file}: cannot be read as code (${error instanceof Error ? error.message.split('\n')[0] : error})`);
    }
  }
  for (const [from, imports] of all) {
    for (const { name, to, type } of imports) {
      const plain = 'file' in to && isPlain(to.file, all);
      const reason = rules.map((rule) => rule({ from, to, type, plain })).find(Boolean);
      if (reason) refusals.push(`${from} imports ${name}: ${reason}`);
    }
  }
  const graph = new Map([...all].map(([from, imports]) => [from, imports.flatMap(({ to }) => ('file' in to ? [to.file] : []))]));
  for (const cycle of findCycles(graph)) refusals.push(`imports in a circle: ${cycle.join(' → ')}`);
  return refusals;
}

/** @param {string} root */
function codeFiles(root) {
  return ['apps', 'libs']
    .filter((area) => existsSync(join(root, area)))
    .flatMap((area) => readdirSync(join(root, area)).map((name) => join(root, area, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .flatMap(sourcesBelow)
    .filter((file) => /\.(ts|tsx|mts|mjs|cjs|js)$/.test(file))
    .map((file) => relative(root, file).split(sep).join('/'));
}

/**
 * Whether a file and all that it loads at run time are our own.
 * @param {string} file @param {Map<string, Resolved[]>} all @param {Set<string>} [seen]
 * @returns {boolean}
 */
function isPlain(file, all, seen = new Set()) {
  if (seen.has(file)) return true;
  seen.add(file);
  return (all.get(file) ?? []).every(({ to, type }) => type || ('file' in to && isPlain(to.file, all, seen)));
}
