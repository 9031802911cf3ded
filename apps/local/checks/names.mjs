/** Names that say nothing: a folder or file is named after the thing it is about. */
import { existsSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { sourcesBelow } from '../sources.mjs';
import { inWorkspace, root } from '../workspace.mjs';

const empty = /(^|-)(utils?|helpers?|common|misc|shared)$/i;

/** @param {string} path */
export function saysNothing(path) {
  const folders = path.split(sep).slice(0, -1);
  const words = basename(path).split('.');
  return [...folders, ...(words.length > 1 ? words.slice(0, -1) : words)].some((part) => empty.test(part));
}

/** The paths of our own that have such a name. */
export function emptyNames() {
  const files = ['apps', 'libs', 'docker'].filter((folder) => existsSync(inWorkspace(folder))).flatMap((folder) => sourcesBelow(inWorkspace(folder)));
  return files.map((file) => relative(root, file)).filter(saysNothing);
}
