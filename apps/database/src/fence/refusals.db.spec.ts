import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fences } from './fences.js';
import { stating } from './sight.js';
import { type FencedWorld, fencedWorld, statement } from './testing.js';

let world: FencedWorld;
const cases = fences.filter(({ kind }) => kind === 'case').map(({ table }) => table);

beforeAll(async () => {
  world = await fencedWorld();
});
afterAll(() => world?.drop());

describe('what the fence does not let through', () => {
  const strangers = `(select e.id from app.enrolment e join app.site s on s.id = e.site_id where s.name = 'Nybro' and e.status = 'active' limit 1)`;
  let stranger: Record<string, string>;
  beforeAll(async () => {
    [stranger] = (await world.owner.query(
      `select id, organisation_id, project_id, site_id, participant_id from app.enrolment where id = ${strangers}`,
    )) as [Record<string, string>];
  });
  const as = async (role: string, text: string, values: unknown[] = []) =>
    stating(world.api, statement(await world.demo(role)), (runner) => runner.query(text, values));

  it('a row that is not seen is not changed', async () => {
    for (const role of ['coach', 'local-leader', 'project-leader', 'funder', 'administrator']) {
      for (const table of [
        'enrolment',
        'participant',
        'stage_period',
        'meeting',
        'attendance',
        'attendance_note',
        'reminder',
        'voluntary_facts',
        'enrolment_coach',
      ]) {
        const key = table === 'participant' || table === 'enrolment' || table === 'meeting' ? '' : ` and enrolment_id = '${stranger.id}'`;
        const only =
          table === 'enrolment'
            ? ` and id = '${stranger.id}'`
            : table === 'participant'
              ? ` and id = '${stranger.participant_id}'`
              : table === 'meeting'
                ? ` and site_id = '${stranger.site_id}'`
                : key;
        const [, changed] = await as(role, `update app.${table} set version = version + 1 where true${only}`);
        expect([role, table, changed]).toEqual([role, table, 0]);
      }
    }
  });

  it('a project leader, who sees an enrolment, does not change it', async () => {
    for (const table of ['enrolment', 'stage_period', 'enrolment_coach', 'reminder'])
      expect((await as('project-leader', `update app.${table} set version = version + 1`))[1]).toBe(0);
  });

  it('nothing is added to the case of a stranger', async () => {
    const { id, organisation_id, project_id, site_id } = stranger;
    const keys = [organisation_id, project_id, site_id, id];
    const stage = `insert into app.stage_period (organisation_id, project_id, site_id, enrolment_id, stage, start_date, main) values ($1, $2, $3, $4, 'matching', app.today(), false)`;
    const coach = `insert into app.enrolment_coach (organisation_id, project_id, site_id, enrolment_id, staff_id, part, valid_from) values ($1, $2, $3, $4, access.asker_id(), 'co', app.today())`;
    for (const role of ['coach', 'local-leader', 'project-leader', 'funder', 'administrator']) {
      await expect(as(role, stage, keys)).rejects.toThrow('row-level security');
      await expect(as(role, coach, keys)).rejects.toThrow('row-level security');
    }
  });

  it('nobody is referred to a site where the asker does not work', async () => {
    const facts = JSON.stringify({ given_name: 'A', family_name: 'B', identity_kind: 'none', date_of_birth: '1990-01-01', gender: 'woman' });
    const refer = 'select access.refer(gen_random_uuid(), $1, $2, null, null, null, app.today())';
    for (const role of ['coach', 'project-leader', 'funder', 'administrator'])
      await expect(as(role, refer, [stranger.site_id, facts])).rejects.toThrow('does not work there');
    await expect(as('coach', 'select access.enrol_again($1, $2, null, app.today())', [stranger.participant_id, stranger.site_id])).rejects.toThrow(
      'no such person',
    );
  });

  it('people are not made, moved or removed past the functions that do it', async () => {
    await expect(
      as(
        'coach',
        `insert into app.participant (organisation_id, given_name, family_name, identity_kind, date_of_birth, gender) values ($1, 'A', 'B', 'none', '1990-01-01', 'woman')`,
        [stranger.organisation_id],
      ),
    ).rejects.toThrow('permission denied');
    await expect(as('coach', 'update app.participant set organisation_id = $1', [stranger.organisation_id])).rejects.toThrow('permission denied');
    for (const table of cases) await expect(as('coach', `delete from app.${table}`)).rejects.toThrow('permission denied');
  });

  it('a case does not leave its organisation with its coach', async () => {
    const move = 'update app.enrolment set organisation_id = $1, project_id = $2, site_id = $3, version = version + 1 where status = $4';
    await expect(as('coach', move, [stranger.organisation_id, stranger.project_id, stranger.site_id, 'active'])).rejects.toThrow(
      /row-level security|foreign key/,
    );
  });

  it('nobody gives a role to themself', async () => {
    const give = `insert into app.role_assignment (staff_id, role, project_id, site_id, valid_from) values (access.asker_id(), $1, $2, $3, app.today())`;
    for (const role of ['coach', 'local-leader', 'project-leader', 'funder', 'administrator'])
      await expect(as(role, give, ['local-leader', null, stranger.site_id])).rejects.toThrow('row-level security');
  });

  it('passwords and sessions are for the sign-in role only', async () => {
    for (const table of ['credential', 'session', 'invitation', 'attempt'])
      await expect(as('administrator', `select * from sign_in.${table}`)).rejects.toThrow('permission denied');
  });
});
