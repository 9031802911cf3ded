/** For `npm run dev`: calls back when sources have changed, one change at a time. */
import { watch } from 'node:fs';
import { complain, explain } from './say.mjs';
import { inWorkspace } from './workspace.mjs';

const folders = [
  'libs/contracts/src',
  'libs/platform/src',
  'libs/domain/src',
  'apps/database/src',
  'apps/api/src',
  'apps/worker/src',
  'apps/staff/src',
];

/** An editor writes several files at once. */
const settling = 300;

/** @param {(changed: ReadonlySet<string>) => Promise<void>} onChange gets the folders that changed */
export function watchSources(onChange) {
  /** @type {Set<string>} */
  let changed = new Set();
  let busy = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  async function settle() {
    if (busy || changed.size === 0) return;
    busy = true;
    const now = changed;
    changed = new Set();
    try {
      await onChange(now);
    } catch (error) {
      complain(explain(error));
    }
    busy = false;
    if (changed.size > 0) await settle();
  }

  for (const folder of folders) {
    watch(inWorkspace(folder), { recursive: true }, () => {
      changed.add(folder);
      clearTimeout(timer);
      timer = setTimeout(settle, settling);
    });
  }
}
