/** The demo world's sign-ins. */
import { say } from './say.mjs';

const people = [
  ['coach', 'coach'],
  ['local project leader', 'local-leader'],
  ['project leader', 'project-leader'],
  ['funder', 'funder'],
  ['auditor of access', 'auditor'],
  ['administrator', 'administrator'],
  ['administrator, the second', 'administrator-2'],
];

/**
 * Whether the database holds the demo world; an installation of one's own must not be told of people it does not have.
 * @param {string} url the owner's
 */
export async function hasDemo(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query(`select from app.staff where email = 'coach@stegvis.example'`);
    return rowCount !== 0;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** @param {string | undefined} password the value of DEMO_PASSWORD */
export function saySignIns(password) {
  say('');
  for (const [role, name] of people) say(`  ${`${role}`.padEnd(27)} ${name}@stegvis.example`);
  say(`  ${'password for all'.padEnd(27)} ${password || 'stegvis-demo'}`);
}
