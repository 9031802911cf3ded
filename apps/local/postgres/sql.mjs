/** SQL from here, a few statements as the superuser. */

/**
 * @param {number} port @param {string} user @param {string} password @param {string} database
 * @param {(client: import('pg').Client) => Promise<void>} work
 */
export async function withClient(port, user, password, database, work) {
  // Not at the top: on a fresh clone this file is read before the packages are there.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database, ssl: false });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
