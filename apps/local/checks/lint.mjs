/** Formatting, lint rules and names. */
import { run } from '../run.mjs';
import { complain } from '../say.mjs';
import { inWorkspace, root } from '../workspace.mjs';
import { emptyNames } from './names.mjs';

/** @returns {Promise<boolean>} whether all is well */
export async function lint() {
  const { code } = await run(inWorkspace('node_modules/.bin/biome'), ['check', '--error-on-warnings', '.'], { cwd: root, show: true });
  const empty = emptyNames();
  for (const path of empty) complain(`${path}: name it after the thing it is about, not utils, helpers, common, misc or shared.`);
  return code === 0 && empty.length === 0;
}
