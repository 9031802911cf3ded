import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { protect } from '@stegvis/domain/participants/testing';
import { fences } from './fences.js';
import { digestOf, nothing, type Sight, sightOf, stating } from './sight.js';
import { type FencedWorld, fencedWorld, reviewSome, signedBy, statement, unsigned } from './testing.js';

let world: FencedWorld;
const all = fences.map(({ table }) => table);
const cases = fences.filter(({ kind }) => kind === 'case').map(({ table }) => table);
const figures = fences.filter(({ kind }) => kind === 'figures').map(({ table }) => table);

beforeAll(async () => {
  world = await fencedWorld();
  await protectSome();
  await openSome();
  await reviewSome(world.owner);
});
afterAll(() => world?.drop());

/** At each place somebody is protected: one whom the own coach is named for, and one whom a leader elsewhere decided on. */
async function protectSome(): Promise<void> {
  for (const coach of [await world.demo('coach'), await world.coachAt('Nybro')]) {
    const people: { id: string; leader: string }[] = await world.owner.query(
      `select p.id, (select r.staff_id from app.role_assignment r where r.role = 'local-leader' and r.site_id = any (p.site_ids) and r.valid_to is null limit 1) as leader
       from app.participant p join app.enrolment e on e.participant_id = p.id join app.enrolment_coach c on c.enrolment_id = e.id
       where c.staff_id = $1 and c.valid_to is null and e.status = 'active' and p.protection = 'none'
         and exists (select from app.attendance_note n where n.enrolment_id = e.id) and exists (select from app.reminder r where r.enrolment_id = e.id)
       order by 1 limit 2`,
      [coach],
    );
    await protect(world.database, people[0]?.id as string, [coach]);
    await protect(world.database, people[1]?.id as string, [people[1]?.leader as string]);
  }
}

/** Somebody of Jönköping has opened people of Gotland: one whom nobody protects, and those who are protected. The hour is over. */
const openSome = async (): Promise<unknown> =>
  world.owner.query(
    `insert into app.opening (organisation_id, participant_id, site_ids, staff_id, reason, opened_at, expires_at)
     select p.organisation_id, p.id, p.site_ids, $1, 'Personen stod i receptionen', now() - interval '2 hours', now() - interval '1 hour'
     from (select p.*, row_number() over (partition by p.protection order by p.id) as nth from app.participant p join app.site s on s.id = any (p.site_ids) and s.name = 'Gotland') as p
     where p.protection <> 'none' or p.nth = 1`,
    [await world.coachAt('Jönköping')],
  );

/** Enrolments of protected people for whom somebody is not named, written out by hand. */
const hiddenFrom = (id: string) => `select h.id from app.enrolment h join app.participant q on q.id = h.participant_id where q.protection <> 'none'
  and not exists (select from app.named_staff n where n.participant_id = q.id and n.staff_id = '${id}' and app.today() between n.valid_from and n.valid_to)`;
const peopleHiddenFrom = (id: string) => `select x.participant_id from app.enrolment x where x.id in (${hiddenFrom(id)})`;
const meetingsHiddenFrom = (id: string) =>
  `select a.meeting_id from app.attendance a group by a.meeting_id having bool_and(a.enrolment_id in (${hiddenFrom(id)}))`;

/** What the owner counts under conditions written by hand, to lay beside what somebody sees. */
async function expected(conditions: Readonly<Record<string, string>>): Promise<Sight> {
  const sight: Sight = {};
  for (const [table, condition] of Object.entries(conditions)) {
    const [{ seen }] = await world.owner.query(digestOf(table, condition));
    sight[table] = seen;
  }
  return sight;
}

const throughEnrolment = (of: string, id: string): Record<string, string> => {
  const condition = `(${of}) and enrolment_id not in (${hiddenFrom(id)})`;
  return {
    enrolment: `(${of.replace(/^enrolment_id/, 'id')}) and id not in (${hiddenFrom(id)})`,
    voluntary_facts: condition,
    enrolment_coach: condition,
    stage_period: condition,
    attendance: condition,
    attendance_note: condition,
    reminder: condition,
  };
};
/** Those who are named see by whom, and with whom. */
const namings = (id: string) => `participant_id in (select n.participant_id from app.named_staff n where n.staff_id = '${id}')`;

const coachSees = (id: string) => {
  const mine = `enrolment_id in (select c.enrolment_id from app.enrolment_coach c where c.staff_id = '${id}' and app.today() between c.valid_from and coalesce(c.valid_to, 'infinity'))`;
  return {
    ...throughEnrolment(mine, id),
    participant: `id in (select e.participant_id from app.enrolment e where ${mine.replace('enrolment_id', 'e.id')}) and id not in (${peopleHiddenFrom(id)})`,
    meeting: `(coach_id = '${id}' or id in (select a.meeting_id from app.attendance a where a.${mine} and a.enrolment_id not in (${hiddenFrom(id)}))) and id not in (${meetingsHiddenFrom(id)})`,
    named_staff: namings(id),
    name_grant: 'false',
    opening: `staff_id = '${id}'`,
    stand_in: `coach_id = '${id}' or stand_in_id = '${id}'`,
    access_review: 'false',
    access_review_item: 'false',
  };
};
const siteLeaderSees = (site: string, id: string) => {
  const here = `site_id = (select s.id from app.site s where s.name = '${site}')`;
  return {
    ...throughEnrolment(here, id),
    participant: `id in (select e.participant_id from app.enrolment e where e.${here}) and id not in (${peopleHiddenFrom(id)})`,
    meeting: `${here} and id not in (${meetingsHiddenFrom(id)})`,
    named_staff: namings(id),
    name_grant: here,
    opening: `site_ids && array(select s.id from app.site s where s.name = '${site}') and participant_id not in (${peopleHiddenFrom(id)})`,
    stand_in: here,
    access_review: here,
    access_review_item: `${here} and (people = '{}' or people[1] not in (${peopleHiddenFrom(id)}))`,
  };
};
const nobodySees = Object.fromEntries(cases.map((table) => [table, 'false']));
const projectLeaderSees = (id: string) => {
  const { enrolment, enrolment_coach, stage_period, reminder } = throughEnrolment('true', id) as Record<string, string>;
  return { ...nobodySees, name_grant: 'true', enrolment, enrolment_coach, stage_period, reminder } as Record<string, string>;
};

const auditorSees = (id: string) => {
  const own = `organisation_id = (select r.organisation_id from app.role_assignment r where r.staff_id = '${id}')`;
  return { ...nobodySees, access_review: own, access_review_item: `${own} and site_id is null` };
};

/** Everybody whose sight of the cases is known, with what the owner says that it must be. */
const people: readonly [name: string, id: () => Promise<string>, sees: (id: string) => Record<string, string>][] = [
  ['the demo coach sees exactly the own caseload', () => world.demo('coach'), coachSees],
  ['a coach of Nybro sees exactly the own caseload', () => world.coachAt('Nybro'), coachSees],
  ['the local leader sees exactly the own site', () => world.demo('local-leader'), (id) => siteLeaderSees('Gotland', id)],
  ['the project leader sees enrolments, and no person, note, meeting or attendance', () => world.demo('project-leader'), projectLeaderSees],
  ['the funder sees no case', () => world.demo('funder'), () => nobodySees],
  ['the auditor sees no case, and that the log was reviewed', () => world.demo('auditor'), auditorSees],
  ['the administrator sees no case', () => world.demo('administrator'), () => nobodySees],
];

/** The names of those whose sight is not what it must be. */
async function whoSeesWrongly(tables: readonly string[] = cases): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, idOf, sees] of people) {
    const id = await idOf();
    const must = await expected(Object.fromEntries(Object.entries(sees(id)).filter(([table]) => tables.includes(table))));
    const does = await sightOf(world.api, statement(id), Object.keys(must));
    if (JSON.stringify(does) !== JSON.stringify(must)) wrong.push(name);
  }
  return wrong;
}
describe('abuse case 21: without somebody who asks and has signed it, the role of the API sees no row of any table', () => {
  const passed = () => Math.floor(Date.now() / 1000) - 1;
  const statementOf = async (role: string) => statement(await world.demo(role));
  const forged = async () => {
    const [own, other] = [await statementOf('coach'), unsigned(await world.demo('local-leader'))];
    return `${other}${own.slice(own.lastIndexOf('|'))}`;
  };
  const statements: readonly [string, () => Promise<string | undefined>][] = [
    ['nobody is stated', async () => undefined],
    ['an empty statement', async () => ''],
    ['a statement that has run out', async () => statement(await world.demo('local-leader'), { expires: passed() })],
    ['a statement without a signature', async () => unsigned(await world.demo('local-leader'))],
    ['a statement signed by another key', async () => signedBy(randomBytes(32), unsigned(await world.demo('local-leader')))],
    ['one whose signature is another person’s', async () => forged()],
    ['one with a longer life than was signed', async () => (await statementOf('local-leader')).replace(/\|\d+\|/, '|9999999999|')],
    ['a statement without its parts', async () => `staff|${await world.demo('local-leader')}`],
    ['a statement whose end is no number', async () => `staff|${await world.demo('local-leader')}|spec|never|spec|`],
    ['somebody who has no account', async () => statement('00000000-0000-4000-8000-000000000000')],
    ['an id that is none', async () => statement("' or true --")],
    ['a job, which the API is not', async () => statement('', { kind: 'job' })],
    ['a kind that is not known', async () => statement(await world.demo('coach'), { kind: 'owner' })],
  ];

  it.each(statements)('%s', async (_, make) => {
    const sight = await sightOf(world.api, await make(), all);
    expect(Object.entries(sight).filter(([, seen]) => seen !== nothing && seen !== 'refused')).toEqual([]);
  });

  it('nor does somebody whose account is closed', async () => {
    const [{ id }] = await world.owner.query('select id from app.staff where not active');
    expect(
      Object.values(await sightOf(world.api, statement(id), [...cases, ...figures, 'organisation', 'project'])).every((seen) => seen === nothing),
    ).toBe(true);
  });

  it('nor does the role of the worker', async () => {
    const sight = await sightOf(world.worker, undefined, all);
    expect(Object.values(sight).filter((seen) => seen !== nothing && seen !== 'refused')).toEqual([]);
  });
});

describe('who sees what', () => {
  it.each(people)('%s', async (_, idOf, sees) => {
    const id = await idOf();
    const must = sees(id);
    expect(await sightOf(world.api, statement(id), Object.keys(must))).toEqual(await expected(must));
  });

  it('the demo coach has a caseload, and it is not everybody', async () => {
    const { enrolment = '' } = await sightOf(world.api, statement(await world.demo('coach')), ['enrolment']);
    expect(Number(enrolment.split(' ')[0])).toBeGreaterThan(14);
    expect(Number(enrolment.split(' ')[0])).toBeLessThan(40);
  });

  it('the funder reads no figures but those submitted; the project leader reads the figures', async () => {
    const all = await expected(Object.fromEntries(figures.map((table) => [table, 'true'])));
    expect(await sightOf(world.api, statement(await world.demo('funder')), figures)).toEqual({
      ...Object.fromEntries(figures.map((table) => [table, nothing])),
      submission: all.submission,
    });
    const leader = await world.demo('project-leader');
    const people = `enrolment_id not in (${hiddenFrom(leader)})`;
    expect(await sightOf(world.api, statement(leader), figures)).toEqual({
      ...all,
      ...(await expected({ report_subject: people, report_member: people })),
    });
    expect(Object.values(all)).not.toContain(nothing);
  });

  it('the worker sees dates and ids, and no name, number or note', async () => {
    await stating(world.worker, statement('', { kind: 'job' }), async (runner) => {
      const [{ count }] = await runner.query('select count(id)::integer as count from app.enrolment');
      expect(count).toBeGreaterThan(150);
    });
    for (const table of ['participant', 'attendance_note', 'voluntary_facts']) {
      await expect(stating(world.worker, statement('', { kind: 'job' }), (runner) => runner.query(`select id from app.${table}`))).rejects.toThrow(
        'permission denied',
      );
    }
    await expect(stating(world.worker, statement('', { kind: 'job' }), (runner) => runner.query('select gender from app.enrolment'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('history is fenced like the rows it tells of', async () => {
    const seen = (id: string) =>
      stating(world.api, statement(id), async (runner) => (await runner.query(`select count(*)::integer as n from history.row_version`))[0].n);
    const ofNobody = await stating(
      world.api,
      undefined,
      async (runner) => (await runner.query('select count(*)::integer as n from history.row_version'))[0].n,
    );
    expect(ofNobody).toBe(0);
    for (const role of ['project-leader', 'funder', 'administrator']) expect(await seen(await world.demo(role))).toBe(0);
    const id = await world.demo('coach');
    const [{ n }] = await world.owner.query(
      `with mine as (select enrolment_id as id from app.enrolment_coach where staff_id = $1 and app.today() between valid_from and coalesce(valid_to, 'infinity'))
       select count(*)::integer as n from history.row_version
       where (enrolment_id in (select id from mine) or participant_id in (select participant_id from app.enrolment where id in (select id from mine)))
         and coalesce(enrolment_id not in (${hiddenFrom(id)}), true) and coalesce(participant_id not in (${peopleHiddenFrom(id)}), true)`,
      [id],
    );
    expect(await seen(id)).toBe(n);
  });
});

describe('the checks notice a policy that was weakened', () => {
  const open = fences
    .filter(({ kind, doors }) => kind === 'case' && doors.some(({ role, command }) => role === 'api' && command === 'select'))
    .map(({ table }) => table);

  // Whom names are granted to, who stands in for whom and that a month was reviewed is said of a site, and tells of nobody enrolled there. To people every
  // door hides by itself.
  it.each(open.filter((table) => !['name_grant', 'stand_in', 'access_review', 'participant'].includes(table)))(
    'that hides protected people on %s',
    async (table) => {
      const [{ condition }] = await world.owner.query(
        `select qual as condition from pg_policies where schemaname = 'app' and tablename = $1 and policyname = 'api_hides_protected'`,
        [table],
      );
      // Who is named sees the namings of the own people only, by the gate already: here it takes both to be open.
      if (table === 'named_staff') await world.owner.query(`alter policy api_may_select on app.named_staff using (true)`);
      await world.owner.query(`alter policy api_hides_protected on app.${table} using (true)`);
      try {
        expect(await whoSeesWrongly([table])).not.toEqual([]);
      } finally {
        await world.owner.query(`alter policy api_hides_protected on app.${table} using ${condition}`);
        if (table === 'named_staff')
          await world.owner.query(
            `alter policy api_may_select on app.named_staff using (participant_id = any (array(select access.my_named_participants())))`,
          );
      }
    },
  );

  it('that hides protected people among people', async () => {
    const [{ condition }] = await world.owner.query(
      `select qual as condition from pg_policies where schemaname = 'app' and tablename = 'participant' and policyname = 'api_may_select'`,
    );
    const weakened = condition.replace('(id <> ALL (( SELECT access.hidden_participants() AS hidden_participants)::uuid[])) AND ', '');
    expect(weakened).not.toBe(condition);
    await world.owner.query(`alter policy api_may_select on app.participant using ${weakened}`);
    try {
      expect(await whoSeesWrongly(['participant'])).not.toEqual([]);
    } finally {
      await world.owner.query(`alter policy api_may_select on app.participant using ${condition}`);
    }
    expect(await whoSeesWrongly(['participant'])).toEqual([]);
  });

  it('covers every table of the case', () => {
    expect(open).toEqual(cases);
  });

  it.each(open)('on %s', async (table) => {
    const [{ policy, condition }] = await world.owner.query(
      `select policyname as policy, qual as condition from pg_policies where schemaname = 'app' and tablename = $1 and policyname like '%api_may_select'`,
      [table],
    );
    await world.owner.query(`alter policy ${policy} on app.${table} using (true)`);
    try {
      expect(await whoSeesWrongly([table])).not.toEqual([]);
    } finally {
      await world.owner.query(`alter policy ${policy} on app.${table} using ${condition}`);
    }
    expect(await whoSeesWrongly([table])).toEqual([]);
  });
});
