/** The files that people wrote, found on disk (a downloaded archive has no git). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const made = new Set(['node_modules', 'dist', '.data', '.nx']);

/** @param {string} folder @returns {string[]} */
export function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return entry.name.endsWith('.tsbuildinfo') ? [] : [path];
  });
}
