/** The roles and the database that only a superuser can make. All else belongs to the migrations, which run as the owner. */
import { withClient } from './sql.mjs';

/**
 * Makes each role if it is missing and sets its password, so that the remembered passwords are always the right ones.
 * @param {number} port @param {string} superuserPassword
 * @param {{ name: string, rights: string, password: string }[]} roles
 * @param {{ name: string, owner: string }} database
 */
export async function makeRolesAndDatabase(port, superuserPassword, roles, database) {
  await withClient(port, 'postgres', superuserPassword, 'postgres', async (client) => {
    for (const { name, rights, password } of roles) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${client.escapeIdentifier(name)} login ${rights} password ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database.name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database.name)} owner ${client.escapeIdentifier(database.owner)}`);
  });
}
