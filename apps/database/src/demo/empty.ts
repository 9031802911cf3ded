import type { EntityManager } from 'typeorm';
import { fences } from '../fence/fences.js';
import { signInEmail } from './staff.js';

/** What is in the database, as far as loading the demo world needs to know. */
export type Holding = 'nothing' | 'the demo world' | 'something else';

/** A database holds the demo world when all who may sign in have addresses that end in .example, and the demo coach is one of them. */
export async function whatItHolds(manager: EntityManager): Promise<Holding> {
  const [found] = await manager.query(
    `select exists (select from app.staff where email = $1) as coach,
            exists (select from app.staff where email not like '%.example') as others,
            exists (select from app.staff) or exists (select from app.organisation) as anything`,
    [signInEmail('coach')],
  );
  if (!found.anything) return 'nothing';
  return found.coach && !found.others ? 'the demo world' : 'something else';
}

/** Empties every table of the case, with its history and the sign-ins. */
export async function emptyTables(manager: EntityManager): Promise<void> {
  const all = [
    ...fences.map(({ table }) => `app.${table}`),
    'history.row_version',
    'sign_in.credential',
    'sign_in.session',
    'sign_in.attempt',
    'sign_in.invitation',
    'sign_in.known_browser',
    'sign_in.second_factor',
    'sign_in.recovery_code',
    'sign_in.half_session',
  ];
  await manager.query(`truncate ${all.join(', ')}`);
}
