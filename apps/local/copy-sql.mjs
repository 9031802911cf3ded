/** Part of a package's build: copies src/**\/*.sql to dist/, where the compiled code beside them reads them. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sql'));
for (const path of files) {
  mkdirSync(dirname(join('dist', path)), { recursive: true });
  copyFileSync(join('src', path), join('dist', path));
}
