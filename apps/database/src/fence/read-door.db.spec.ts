import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadDoor, type Statement, UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff } from '@stegvis/platform/postgres/testing';
import { Chance } from '../demo/chance.js';
import { type FencedWorld, fencedWorld, statement } from './testing.js';

const long = process.env.TEST_LONG === '1';
const requests = long ? 20_000 : 2_000;

let world: FencedWorld;
/** Who asks, and which enrolments each may see: what the owner says. */
let people: { id: string; sees: Set<string> }[];
let all: string[];
const seed = String(Date.now() % 1_000_000);
const lines = { quick: 4, slow: 1 };

beforeAll(async () => {
  world = await fencedWorld();
  const rows: { id: string; enrolments: string[] }[] = await world.owner.query(
    `select s.id, coalesce(array_agg(distinct e.id) filter (where e.id is not null), '{}')::text[] as enrolments
     from app.staff s
     join app.role_assignment r on r.staff_id = s.id and app.today() between r.valid_from and coalesce(r.valid_to, 'infinity')
     left join app.enrolment e on not exists (
         select from app.participant p where p.id = e.participant_id and p.protection <> 'none' and not exists (
           select from app.named_staff n where n.participant_id = p.id and n.staff_id = s.id and app.today() between n.valid_from and n.valid_to))
       and ((r.role = 'local-leader' and e.site_id = r.site_id) or (r.role = 'project-leader' and e.project_id = r.project_id)
       or (r.role = 'coach' and exists (select from app.enrolment_coach c where c.enrolment_id = e.id and c.staff_id = s.id and c.site_id = r.site_id
                                                                         and app.today() between c.valid_from and coalesce(c.valid_to, 'infinity'))))
     where s.active group by s.id order by s.id`,
  );
  people = rows.map(({ id, enrolments }) => ({ id, sees: new Set(enrolments) }));
  all = (await world.owner.query('select id from app.enrolment order by id')).map((row: { id: string }) => row.id);
});
afterAll(() => world?.drop());

const config = () => ({ connectionString: world.database.url('api'), options: '-c timezone=UTC -c search_path=app' });
const stating = (id: string, local = true): Statement => ({ text: `select set_config('stegvis.asker', $1, ${local})`, values: [statement(id)] });
const some: Statement = { text: 'select id from app.enrolment order by id limit 400' };
const one = (id: string): Statement => ({ text: 'select id from app.enrolment where id = $1', values: [id] });
const broken: Statement = { text: 'select 1 / (select count(*) from app.enrolment where false)' };

/** Rows that were given to somebody who may not see them, or kept from somebody who may; in `requests` reads of many people at once. */
async function faultsOf(ask: (id: string, what: Statement) => Promise<object[]>, times: number): Promise<string[]> {
  const chance = new Chance(seed);
  const faults: string[] = [];
  const client = async (share: number): Promise<void> => {
    for (let turn = 0; turn < share; turn++) {
      const person = chance.pick(people);
      if (chance.percent(5)) {
        await expect(ask(person.id, broken)).rejects.toThrow('division by zero');
        continue;
      }
      const wanted = chance.percent(70) ? chance.pick(all) : undefined;
      const rows = (await ask(person.id, wanted ? one(wanted) : some)) as { id: string }[];
      const strange = rows.filter(({ id }) => !person.sees.has(id)).length;
      const due = wanted ? Number(person.sees.has(wanted)) : Math.min(person.sees.size, 400);
      if (strange > 0 || rows.length !== due) faults.push(`${person.id} got ${rows.length} rows, ${strange} of them strangers', for ${due}`);
    }
  };
  await Promise.all(Array.from({ length: 50 }, () => client(times / 50)));
  return faults;
}

describe(`abuse case 20: many people on the same connections (seed ${seed})`, () => {
  it(`${requests} interleaved requests on ${lines.quick} connections: each gets the own rows, all of them, and no others`, async () => {
    const door = new ReadDoor(config(), lines);
    try {
      expect(await faultsOf(async (id, what) => (await door.run([stating(id), what]))[1] ?? [], requests)).toEqual([]);
    } finally {
      await door.end();
    }
  }, 240_000);

  it('the same check finds leaks when who asks is stated for the session, apart from the question', async () => {
    const door = new ReadDoor(config(), lines);
    try {
      const ask = async (id: string, what: Statement) => {
        await door.run([stating(id, false)]);
        return (await door.run([what]))[0] ?? [];
      };
      expect((await faultsOf(ask, 500)).length).toBeGreaterThan(10);
    } finally {
      await door.end();
    }
  }, 60_000);

  it('nothing is left of who asked, for a question that states nobody', async () => {
    const door = new ReadDoor(config(), { quick: 1, slow: 1 });
    try {
      for (const { id } of people.slice(0, 10)) {
        const [, mine] = await door.run([stating(id), some]);
        const [nobodys] = await door.run([some]);
        expect([mine?.length, nobodys]).toEqual([Math.min(people.find((person) => person.id === id)?.sees.size ?? 0, 400), []]);
      }
    } finally {
      await door.end();
    }
  });
});

describe('a connection that breaks', () => {
  it('is told to all who wait for it, and the next question opens another', async () => {
    const leader = await world.demo('local-leader');
    const work = new UnitOfWork(world.api);
    try {
      const reading = () => asStaff(leader, () => work.read<{ id: string }>(some));
      const before = await reading();
      const asked = Promise.allSettled(Array.from({ length: 20 }, () => asStaff(leader, () => work.read({ text: 'select pg_sleep(0.2)' }))));
      while ((await world.api.query(`select pid from pg_stat_activity where query like '%pg_sleep(0.2)' and pid <> pg_backend_pid()`)).length === 0);
      await world.api.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()',
      );
      const answers = await asked;
      expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
      expect(await reading()).toEqual(before);
    } finally {
      await work.close();
    }
  });

  it('statements that were prepared before a table changed are prepared anew', async () => {
    const leader = await world.demo('local-leader');
    const work = new UnitOfWork(world.api);
    const everything = () => asStaff(leader, () => work.read<Record<string, unknown>>({ text: 'select * from app.site order by id' }));
    try {
      const [before] = await everything();
      await world.owner.query('alter table app.site add column motto text');
      const [after] = await everything();
      expect(Object.keys(after ?? {})).toEqual([...Object.keys(before ?? {}), 'motto']);
    } finally {
      await work.close();
      await world.owner.query('alter table app.site drop column motto');
    }
  });
});

describe('what is said in one go', () => {
  it('happens as a whole or not at all', async () => {
    const coach = await world.demo('coach');
    const work = new UnitOfWork(world.api);
    const [mine] = await world.owner.query(
      `select c.enrolment_id as id, e.organisation_id, e.project_id, e.site_id from app.enrolment_coach c join app.enrolment e on e.id = c.enrolment_id where c.staff_id = $1 and e.status = 'active' limit 1`,
      [coach],
    );
    const meeting: Statement = {
      text: `insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
             values ($1, $2, $3, access.asker_id(), now(), 17, 'individual', 'office', 'held')`,
      values: [mine.organisation_id, mine.project_id, mine.site_id],
    };
    const count = async () => (await world.owner.query('select count(*)::integer as n from app.meeting where minutes = 17'))[0].n;
    try {
      await expect(asStaff(coach, () => work.atOnce(meeting, broken))).rejects.toThrow('division by zero');
      expect(await count()).toBe(0);
      const refuse = () => {
        throw new Error('decided against it');
      };
      await expect(asStaff(coach, () => work.inTwoSteps({ look: [meeting], decide: refuse }))).rejects.toThrow('decided against it');
      expect(await count()).toBe(0);
      const answer = await asStaff(coach, () =>
        work.inTwoSteps({ look: [one(mine.id)], decide: ([found]) => ({ statements: [meeting], answer: () => found?.length }) }),
      );
      expect([answer, await count()]).toEqual([1, 1]);
    } finally {
      await work.close();
    }
  });
});
