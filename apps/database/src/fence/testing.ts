import { sourceOptions } from '@stegvis/platform/postgres';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { DataSource } from 'typeorm';
import { loadTestWorld } from '../demo/testing.js';

/** The demo world behind its fence, as three database roles reach it without any of our servers' code. */
export interface FencedWorld {
  database: TestDatabase;
  owner: DataSource;
  api: DataSource;
  worker: DataSource;
  /** The id of the demo account of a role. */
  demo: (role: string) => Promise<string>;
  /** A coach of a site. */
  coachAt: (site: string) => Promise<string>;
  drop: () => Promise<void>;
}

export async function fencedWorld(): Promise<FencedWorld> {
  const database = await testDatabase();
  const open = (role: 'owner' | 'api' | 'worker') =>
    new DataSource(sourceOptions({ url: database.url(role), poolSize: 1, applicationName: 'spec-fence' })).initialize();
  const [owner, api, worker] = await Promise.all([open('owner'), open('api'), open('worker')]);
  await loadTestWorld(owner);
  await owner.query(addFollowUpsAndFigures);
  const idFrom = async (text: string, value: string): Promise<string> => (await owner.query(text, [value]))[0].id;
  return {
    database,
    owner,
    api,
    worker,
    demo: (role) => idFrom('select id from app.staff where email = $1', `${role}@stegvis.example`),
    coachAt: (site) =>
      idFrom(
        `select r.staff_id as id from app.role_assignment r join app.site s on s.id = r.site_id where r.role = 'coach' and s.name = $1 order by 1 limit 1`,
        site,
      ),
    drop: async () => {
      for (const source of [owner, api, worker]) await source.destroy();
      await database.drop();
    },
  };
}

/** Who asks, as a server states it; ten minutes from now it is void. */
export const statement = (staffId: string, more: { kind?: string; expires?: number } = {}): string =>
  `${more.kind ?? 'staff'}|${staffId}|spec|${more.expires ?? Math.floor(Date.now() / 1000) + 600}|spec|`;

/** One reminder for each enrolment, and for each project a run with a figure and the people behind it. */
const addFollowUpsAndFigures = `
  insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, due_date)
    select organisation_id, project_id, site_id, id, 'no-contact', id, app.today() from app.enrolment on conflict do nothing;
  with run as (insert into app.report_run (project_id, period_start, period_end, rule_version)
                 select id, app.today() - 30, app.today() - 1, 1 from app.project where kind = 'individual-support' returning id, project_id),
       cell as (insert into app.report_cell (project_id, run_id, section, row_name, column_name, value) select project_id, id, 'participants', 'active', 'total', 1 from run returning *)
    insert into app.report_member (project_id, run_id, cell_id, enrolment_id, organisation_id, site_id)
    select c.project_id, c.run_id, c.id, e.id, e.organisation_id, e.site_id from cell c join app.enrolment e on e.project_id = c.project_id;`;
