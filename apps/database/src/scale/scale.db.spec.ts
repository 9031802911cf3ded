import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import type { DataSource } from 'typeorm';
import { ownerSource } from '../data-source.js';
import { sightOf } from '../fence/sight.js';
import { statement, takeKey } from '../fence/testing.js';
import { loadScale } from './load-scale.js';
import { type Shape, usualShape } from './shape.js';

/** Small enough for a spec, and still several organisations and sites, batches that end within a site, and a last one that is short. */
const shape: Shape = { ...usualShape, peopleOfCoach: 20, coachesOfSite: 3, batch: 60 };

let first: TestDatabase;
let second: TestDatabase;
let owner: DataSource;
let api: DataSource;

beforeAll(async () => {
  first = await testDatabase();
  second = await testDatabase();
  owner = await ownerSource(first.url('owner')).initialize();
  api = await ownerSource(first.url('api')).initialize();
  await loadScale({ url: first.url('owner'), participants: 200, shape });
});

afterAll(async () => {
  await owner?.destroy();
  await api?.destroy();
  await first?.drop();
  await second?.drop();
});

const count = async (from: string): Promise<number> => (await owner.query(`select count(*)::integer as n from ${from}`))[0].n;

/** Rules of every story, each as the rows that break it. */
const neverHappens: Readonly<Record<string, string>> = {
  'a meeting before the first day of the enrolment': `attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id where e.start_date is null or local_day(m.starts_at) < e.start_date`,
  'a meeting after the exit': `attendance a join meeting m on m.id = a.meeting_id join enrolment e on e.id = a.enrolment_id where local_day(m.starts_at) > e.end_date`,
  'a meeting that is over in days to come': `meeting where status <> 'planned' and local_day(starts_at) >= today()`,
  'a meeting outside the project': `meeting m join project p on p.id = m.project_id where local_day(m.starts_at) not between p.start_date and p.end_date`,
  'a meeting without a participant': `meeting m where not exists (select from attendance a where a.meeting_id = m.id)`,
  'a meeting with a coach who is not the main coach': `attendance a join meeting m on m.id = a.meeting_id where not exists (select from enrolment_coach c where c.enrolment_id = a.enrolment_id and c.staff_id = m.coach_id and c.part = 'main')`,
  'a coach who begins two meetings at once': `meeting m join meeting o on o.coach_id = m.coach_id and o.id <> m.id and o.starts_at = m.starts_at`,
  'a coach of a case who does not work at its site': `enrolment_coach c where not exists (select from role_assignment r where r.staff_id = c.staff_id and r.site_id = c.site_id and r.role = 'coach')`,
  'an enrolment without a main coach': `enrolment e where not exists (select from enrolment_coach c where c.enrolment_id = e.id and c.part = 'main')`,
  'an enrolment without a row of voluntary facts': `enrolment e where not exists (select from voluntary_facts v where v.id = e.id)`,
  'a start before the referral': 'enrolment where start_date < referred_on',
  'a stage outside the enrolment': `stage_period s join enrolment e on e.id = s.enrolment_id where s.start_date < e.start_date or (e.end_date is not null and (s.end_date is null or s.end_date > e.end_date))`,
  'two main stages on a day': `stage_period s join stage_period o on o.enrolment_id = s.enrolment_id and o.id <> s.id and s.main and o.main and daterange(s.start_date, s.end_date, '[]') && daterange(o.start_date, o.end_date, '[]')`,
  'an active person without a main stage': `enrolment e where e.status = 'active' and not exists (select from stage_period s where s.enrolment_id = e.id and s.main and today() between s.start_date and coalesce(s.end_date, 'infinity'))`,
  'an exit to work into unemployment': `enrolment where exit_reason = 'work' and exit_labour_status not in ('employed', 'self-employed')`,
  'a note on a meeting that nobody attended': `attendance_note n join attendance a on a.id = n.id where a.state <> 'attended'`,
  'an attendance that does not fit its meeting': `attendance a join meeting m on m.id = a.meeting_id where (m.status = 'planned') <> (a.state = 'expected') or (m.status = 'held') > (a.state = 'attended')`,
  'a follow-up that was done before it was due': 'reminder where local_day(closed_at) < due_date or closed_at > now()',
  'sites of a person that are not those of the enrolments': `participant p join enrolment e on e.participant_id = p.id where p.site_ids <> array[e.site_id]`,
  'an id that the API would take for none': `(select id from participant union all select id from enrolment union all select id from meeting union all select id from attendance union all select id from staff
    union all select id from project union all select id from site union all select id from organisation union all select id from stage_period union all select id from reminder) as i where id::text !~ '^.{14}[1-8].{4}[89ab]'`,
  'a version that was raised': `(select version from enrolment union all select version from participant union all select version from meeting) as v where version <> 1`,
};

describe('a scale world of 200 people', () => {
  it('has 200 people and 20 times as many meetings, each with its participant', async () => {
    expect(await count('participant')).toBe(200);
    expect(await count('enrolment')).toBe(200);
    expect(await count('meeting')).toBe(4000);
    expect(await count('attendance')).toBe(4000);
    expect(await count(`staff where email like 'coach-%'`)).toBe(10);
    expect(await count('site')).toBe(4);
    expect(await count('organisation')).toBe(2);
    for (const table of ['attendance_note', 'stage_period', 'reminder', `enrolment_coach where part = 'co'`])
      expect(await count(table)).toBeGreaterThan(0);
    expect(await count(`(select distinct gender from enrolment where gender in ('woman', 'man')) as g`)).toBe(2);
  });

  it.each(Object.entries(neverHappens))('never has %s', async (_, from) => {
    expect(await count(from)).toBe(0);
  });

  it('is in history, row by row, and history says who wrote it', async () => {
    for (const table of [
      'participant',
      'enrolment',
      'enrolment_coach',
      'voluntary_facts',
      'stage_period',
      'meeting',
      'attendance',
      'attendance_note',
      'reminder',
    ])
      expect(await count(`history.row_version where table_name = '${table}' and operation = 'insert' and job_name = 'scale world'`)).toBe(
        await count(table),
      );
    expect(await count(`history.row_version where operation <> 'insert'`)).toBe(0);
  });

  it('shows a coach the own people only, under the role of the API', async () => {
    const coaches: { id: string; people: string }[] = await owner.query(
      `select c.staff_id as id, count(*)::text as people from enrolment_coach c group by c.staff_id`,
    );
    expect(coaches).toHaveLength(10);
    await takeKey(owner);
    for (const { id, people } of coaches) {
      const [{ digest }] = await owner.query(
        `select count(*) || ' ' || md5(string_agg(e.participant_id::text, ',' order by e.participant_id::text)) as digest
         from enrolment_coach c join enrolment e on e.id = c.enrolment_id where c.staff_id = $1`,
        [id],
      );
      const sight = await sightOf(api, statement(id), ['participant', 'enrolment']);
      expect(sight.participant).toBe(digest);
      expect(sight.enrolment).toMatch(new RegExp(`^${people} `));
    }
  });

  it('refuses to be loaded twice, unless more is wanted', async () => {
    await expect(loadScale({ url: first.url('owner'), participants: 200, shape })).rejects.toThrow(
      'Skalprojekt is there already, with 200 participants',
    );
  });

  it('is the same again for the same seed, and grows by whole coaches', async () => {
    const url = second.url('owner');
    await loadScale({ url, participants: 200, shape, lanes: 1 });
    for (const table of ['participant', 'enrolment', 'stage_period', 'meeting', 'attendance', 'attendance_note', 'enrolment_coach', 'staff'])
      expect([table, await digestOf(second, table)]).toEqual([table, await digestOf(first, table)]);
    await loadScale({ url, participants: 30, shape, again: true });
    const grown = await second.sql(
      'select (select count(*) from participant)::integer as people, (select count(*) from meeting)::integer as meetings',
    );
    expect(grown).toEqual([{ people: 230, meetings: 4600 }]);
  });

  it('is another one for another seed', async () => {
    const third = await testDatabase();
    await loadScale({ url: third.url('owner'), participants: 60, shape, seed: 'another' });
    const known = await owner.query('select id from participant');
    const same = await third.sql('select id from participant where id = any ($1::uuid[])', [known.map(({ id }: { id: string }) => id)]);
    expect(same).toEqual([]);
    await third.drop();
  });
});

/** What a table holds, but for the moment when it was written. */
async function digestOf(database: TestDatabase, table: string): Promise<unknown> {
  const [row] = await database.sql(`select md5(string_agg((to_jsonb(t) - 'created_at')::text, ',' order by t.id)) as digest from ${table} t`);
  return row?.digest;
}
