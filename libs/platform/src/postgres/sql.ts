import { readFileSync } from 'node:fs';

/** Reads a statement that lies beside the code: `sqlBeside(import.meta.url, 'my-day.sql')`. */
export function sqlBeside(moduleUrl: string, file: string): string {
  return readFileSync(new URL(file, moduleUrl), 'utf8').trim().replace(/;$/, '');
}
