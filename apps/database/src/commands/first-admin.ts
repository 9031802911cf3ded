import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { settings } from '@stegvis/platform/settings';
import type { EntityManager } from 'typeorm';
import { asOwner, CannotBeDone, type Command } from './command.js';

/** Hours that a one-time link lasts. */
const linkLasts = 48;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const firstAdminCommand: Command = {
  says: 'makes the first administrator, and the second: --email <address> --name <name>',
  run: async (words) => {
    const { values } = parseArgs({ args: words, options: { email: { type: 'string' }, name: { type: 'string' } } });
    const address = values.email?.trim().toLowerCase() ?? '';
    const name = values.name?.trim() ?? '';
    if (!email.test(address) || name === '') throw new CannotBeDone('Who is it? Say --email anna@kommun.se --name "Anna Andersson".');
    const token = await asOwner((source) => source.transaction((manager) => makeFirstAdministrator(manager, address, name)));
    const { PUBLIC_URL, PORT } = settings();
    console.log(`${name} is an administrator. Open this link within ${linkLasts} hours to choose a password; it works once:`);
    console.log(`${(PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '')}/#/set-password?token=${token}`);
    console.log('A role that opens cases takes two administrators: make the second one by this command, too, when the first has chosen a password.');
  },
};

/** One gives a role that opens cases, and another confirms it; whoever runs the installation vouches for these two. */
const administratorsMade = 2;

/** Gives back the token of a one-time link; the database keeps its hash only. */
export async function makeFirstAdministrator(manager: EntityManager, address: string, name: string): Promise<string> {
  await manager.query('lock table app.role_assignment in share row exclusive mode');
  // One who never chose a password does not count: the link may have been lost.
  const administrators: { id: string; email: string; signs_in: boolean }[] = await manager.query(
    `select distinct s.id, s.email, exists (select from sign_in.credential c where c.staff_id = s.id) as signs_in
     from app.role_assignment r join app.staff s on s.id = r.staff_id
     where r.role = 'administrator' and s.active and (r.valid_to is null or r.valid_to >= app.today())`,
  );
  const settled = administrators.filter(({ signs_in }) => signs_in);
  if (settled.length >= administratorsMade)
    throw new CannotBeDone('There are two administrators already, who can make accounts and confirm roles in the staff pages.');
  if (settled.some(({ email }) => email === address))
    throw new CannotBeDone(`${address} is an administrator already; say who is to be the second one.`);
  const invited = administrators.filter(({ signs_in }) => !signs_in);
  const known = invited.find(({ email }) => email === address);
  if (invited[0] && !known)
    throw new CannotBeDone(`${invited[0].email} was made administrator and has not chosen a password yet; say that address to get a new link.`);
  const id = known?.id ?? (await addAdministrator(manager, address, name));
  const token = randomBytes(32).toString('base64url');
  await manager.query('update sign_in.invitation set used_at = now() where staff_id = $1 and used_at is null', [id]);
  await manager.query(`insert into sign_in.invitation (token_hash, staff_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`, [
    createHash('sha256').update(token).digest(),
    id,
    linkLasts,
  ]);
  return token;
}

async function addAdministrator(manager: EntityManager, address: string, name: string): Promise<string> {
  const [taken] = await manager.query('select from app.staff where email = $1', [address]);
  if (taken) throw new CannotBeDone(`${address} belongs to somebody who is no administrator; take another address.`);
  const [{ id }] = await manager.query('insert into app.staff (name, email) values ($1, $2) returning id', [name, address]);
  await manager.query(`insert into app.role_assignment (staff_id, role, valid_from) values ($1, 'administrator', app.today())`, [id]);
  return id;
}
