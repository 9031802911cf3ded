/** What an imported name means: a file of ours, a package, or nothing that exists. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/**
 * @typedef {{ file: string, undeclared?: string } | { package: string, declared: boolean } | { missing: string }} Target a file is a path in the workspace, with slashes
 */

const endings = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx'];

/** @param {string} root of the workspace */
export function makeResolver(root) {
  /** @type {Map<string, { folder: string, exports: Record<string, { 'stegvis-source'?: string }>, declared: Set<string> }>} */
  const packages = new Map();

  /** @param {string} folder such as `libs/domain` */
  function packageIn(folder) {
    const known = packages.get(folder);
    if (known) return known;
    const file = join(root, folder, 'package.json');
    const read = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const declared = new Set([
      ...Object.keys(read.dependencies ?? {}),
      ...Object.keys(read.devDependencies ?? {}),
      ...Object.keys(read.peerDependencies ?? {}),
    ]);
    const entry = { folder, exports: read.exports ?? {}, declared };
    packages.set(folder, entry);
    return entry;
  }

  /** @param {string} path without or with its ending @returns {string | null} */
  function existing(path) {
    const stem = path.replace(/\.(js|jsx)$/, '');
    for (const candidate of [...endings.map((ending) => stem + ending), path]) {
      if (statSync(join(root, candidate), { throwIfNoEntry: false })?.isFile()) return candidate;
    }
    return null;
  }

  /** @param {string} name such as `@stegvis/domain/meetings` @returns {string | null} */
  function source(name) {
    const [, word = '', rest = ''] = /^@stegvis\/([^/]+)(?:\/(.*))?$/.exec(name) ?? [];
    const folder = ['libs', 'apps'].map((area) => `${area}/${word}`).find((path) => existsSync(join(root, path, 'package.json')));
    if (!folder) return null;
    const wanted = rest ? `./${rest}` : '.';
    // As Node does it: of the patterns that fit, the one with the longest beginning (then the longest ending).
    const fitting = Object.keys(packageIn(folder).exports)
      .map((pattern) => ({ pattern, part: partOf(pattern, wanted) }))
      .filter(({ part }) => part !== null)
      .sort((a, b) => b.pattern.indexOf('*') - a.pattern.indexOf('*') || b.pattern.length - a.pattern.length);
    for (const { pattern, part } of fitting) {
      const target = packageIn(folder).exports[pattern]?.['stegvis-source'];
      if (target) return existing(join(folder, target.replaceAll('*', part ?? '')));
    }
    return null;
  }

  /** @param {string} from the importing file @param {string} name @returns {Target} */
  return function resolve(from, name) {
    if (isBuiltin(name)) return { package: 'node', declared: true };
    if (name.startsWith('.')) {
      const file = existing(
        relative(root, join(root, dirname(from), name))
          .split(sep)
          .join('/'),
      );
      return file ? { file } : { missing: 'there is no such file' };
    }
    const word = name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
    const own = packageIn(from.split('/').slice(0, 2).join('/')).declared;
    if (name.startsWith('@stegvis/')) {
      const file = source(name);
      if (!file) return { missing: 'that package does not export this name, or the file is not there' };
      return own.has(word) ? { file } : { file, undeclared: word };
    }
    return { package: word, declared: own.has(word) || own.has(`@types/${word}`) || packageIn('.').declared.has(word) };
  };
}

/** What the star stands for, or null when the name does not fit. @param {string} pattern @param {string} wanted */
function partOf(pattern, wanted) {
  if (!pattern.includes('*')) return pattern === wanted ? '' : null;
  const [before = '', after = ''] = pattern.split('*');
  const fits = wanted.startsWith(before) && wanted.endsWith(after) && wanted.length >= before.length + after.length;
  return fits ? wanted.slice(before.length, wanted.length - after.length) : null;
}
