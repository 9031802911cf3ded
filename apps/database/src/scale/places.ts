import type { EntityManager } from 'typeorm';
import { idOf } from './draw.js';
import { families, men, women } from './names.js';
import { type People, type Shape, scaleProject } from './shape.js';

/** Days that the project began before the first day of anybody's, and goes on after today. */
const span = { before: 760, after: 365 };

/**
 * Makes the project, and the organisations and sites of some people, each with a local leader; what is there already stays.
 * Gives back the project's id.
 */
export async function makePlaces(manager: EntityManager, seed: string, shape: Shape, people: People): Promise<string> {
  const coaches = { first: Math.floor(people.from / shape.peopleOfCoach), last: Math.floor((people.to - 1) / shape.peopleOfCoach) };
  const sites = [Math.floor(coaches.first / shape.coachesOfSite), Math.floor(coaches.last / shape.coachesOfSite)];
  const organisations = sites.map((site) => Math.floor(site / shape.sitesOfOrganisation));
  await manager.query(
    `insert into app.organisation (id, name, kind, municipality_code)
     select ${idOf('organisation', 'n')}, 'Skalkommun ' || n + 1, 'municipality', (9000 + n % 1000)::text
     from generate_series($2::integer, $3::integer) as n on conflict do nothing`,
    [seed, ...organisations],
  );
  await manager.query(
    `insert into app.project (id, registration_number, name, kind, owner_id, fund, start_date, end_date, contact_within_days, entry_facts_within_days)
     select ${idOf('project', '0')}, $2, $3, 'individual-support', o.id, 'ESF+', app.today() - ${span.before}, app.today() + ${span.after}, 45, 14
     from app.organisation o where o.id = ${idOf('organisation', '$4::integer')} on conflict do nothing`,
    [seed, scaleProject.registrationNumber, scaleProject.name, organisations[0]],
  );
  const [project] = await manager.query('select id from app.project where registration_number = $1', [scaleProject.registrationNumber]);
  await manager.query(
    `insert into app.site (id, project_id, organisation_id, name, municipality_code)
     select ${idOf('site', 'n')}, $4, o.id, 'Skalplats ' || n + 1, o.municipality_code
     from generate_series($2::integer, $3::integer) as n join app.organisation o on o.id = ${idOf('organisation', `n / ${shape.sitesOfOrganisation}`)}
     on conflict do nothing`,
    [seed, ...sites, project.id],
  );
  await makeLeaders(manager, seed, sites, project.id);
  return project.id;
}

/** None of them has a password: an administrator can make a link, and nobody signs in unasked. */
async function makeLeaders(manager: EntityManager, seed: string, sites: readonly number[], projectId: string): Promise<void> {
  await manager.query(
    `insert into app.staff (id, name, email) values (${idOf('project leader', '0')}, 'Lena Ledare', 'projektledare@skala.example') on conflict do nothing`,
    [seed],
  );
  await manager.query(
    `insert into app.staff (id, name, email)
     select ${idOf('local leader', 'n')}, 'Lokal Ledare ' || n + 1, 'ledare-' || n || '@skala.example' from generate_series($2::integer, $3::integer) as n
     on conflict do nothing`,
    [seed, ...sites],
  );
  await manager.query(
    `insert into app.role_assignment (id, staff_id, role, project_id, valid_from)
     select ${idOf('leads', '0')}, s.id, 'project-leader', p.id, p.start_date
     from app.project p join app.staff s on s.email = 'projektledare@skala.example' where p.id = $2 on conflict do nothing`,
    [seed, projectId],
  );
  await manager.query(
    `insert into app.role_assignment (id, staff_id, role, site_id, valid_from)
     select ${idOf('leads site', 'n')}, ${idOf('local leader', 'n')}, 'local-leader', ${idOf('site', 'n')}, p.start_date
     from generate_series($2::integer, $3::integer) as n cross join app.project p where p.id = $4 on conflict do nothing`,
    [seed, ...sites, projectId],
  );
}

/** Makes the coaches of some people. */
export async function makeCoaches(manager: EntityManager, seed: string, shape: Shape, people: People): Promise<void> {
  const range = [Math.floor(people.from / shape.peopleOfCoach), Math.floor((people.to - 1) / shape.peopleOfCoach)];
  const given = [...women, ...men];
  await manager.query(
    `insert into app.staff (id, name, email)
     select ${idOf('coach', 'n')}, ($4::text[])[1 + (n * 7) % ${given.length}] || ' ' || ($5::text[])[1 + (n * 11) % ${families.length}], 'coach-' || n || '@skala.example'
     from generate_series($2::integer, $3::integer) as n`,
    [seed, ...range, given, families],
  );
  await manager.query(
    `insert into app.role_assignment (id, staff_id, role, site_id, valid_from)
     select ${idOf('coaches', 'n')}, ${idOf('coach', 'n')}, 'coach', ${idOf('site', `n / ${shape.coachesOfSite}`)}, p.start_date
     from generate_series($2::integer, $3::integer) as n cross join app.project p where p.registration_number = $4`,
    [seed, ...range, scaleProject.registrationNumber],
  );
}
