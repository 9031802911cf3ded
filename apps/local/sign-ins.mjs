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

const addressOf = (/** @type {string | undefined} */ name) => `${name}@stegvis.example`;

/**
 * The sign-ins of the demo world that the database holds: none in an installation of one's own, which must not be told of people it
 * does not have, and one less where the world was loaded before there was a second administrator.
 * @param {string} url the owner's
 * @returns {Promise<string[][]>} the role and the name of each
 */
export async function demoSignIns(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query('select email from app.staff where email = any ($1)', [people.map(([, name]) => addressOf(name))]);
    return people.filter(([, name]) => rows.some(({ email }) => email === addressOf(name)));
  } catch {
    return [];
  } finally {
    await client.end();
  }
}

/** @param {string[][]} signIns @param {string | undefined} password the value of DEMO_PASSWORD */
export function saySignIns(signIns, password) {
  say('');
  for (const [role, name] of signIns) say(`  ${`${role}`.padEnd(27)} ${addressOf(name)}`);
  say(`  ${'password for all'.padEnd(27)} ${password || 'stegvis-demo'}`);
}
