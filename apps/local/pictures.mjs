/**
 * `npm run pictures`: the pages that Stegvis is judged by, on the demo world, on a phone and a wide screen, light and dark, in both languages,
 * with a sheet of all of them. It fails when one shows cut text, an empty chart, an English word on a Swedish page, or complains.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumInSwedish, findWholeChromium } from './checks/packages.mjs';
import { onDemoWorld } from './on-demo-world.mjs';
import { say } from './say.mjs';
import { dataFolder } from './workspace.mjs';

const folder = join(dataFolder, 'pictures');
rmSync(folder, { recursive: true, force: true });
await onDemoWorld('pictures', { PICTURES: folder }, () => say(`The pictures are in ${folder}; open ${join(folder, 'index.html')}.`), {
  packages: chromiumInSwedish,
  program: findWholeChromium,
});
