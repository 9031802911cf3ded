/** What is measured: each figure as the API is asked for it, and as plain SQL that gives the same rows. */
import { randomUUID } from 'node:crypto';
import { allRules, listSql, sqlOf, withoutAccess } from './plain-sql.mjs';

/**
 * @typedef {object} Statement
 * @property {string} text
 * @property {(turn: number) => unknown[]} values
 *
 * @typedef {object} Call a request, the same for the same turn
 * @property {(turn: number) => { path: string, cookie?: string, body?: object }} at
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} aim requests a second, as a share of the plain ones
 * @property {Call} ours
 * @property {Call} bare
 * @property {Statement[]} plain what the bare server runs
 * @property {boolean} inOrder one after the other in a transaction, and not side by side
 * @property {{ role: 'api', text: string, values: (turn: number) => unknown[], asker: (turn: number) => string }[]} fenced what the API sends, for a look at their cost
 */

/** @param {import('./world.mjs').World} world @returns {Figure[]} */
export function figuresOf(world) {
  return [
    ...oneRecord(world),
    ...coachLists(reading(world.coaches)),
    ...siteLists(reading(world.localLeaders)),
    ...projectLists(reading(world.projectLeaders), world),
    logging(world),
  ];
}

/** By this a meeting is known that the bench has logged. */
export const logged = 'Bänkmätning';

const name = 'r."name" collate app.swedish ASC nulls last, r.id ASC';
const newest = 'r."startsAt" DESC nulls last, r.id DESC';

/** @typedef {(title: string, path: string, rows: string, how: Parameters<typeof listSql>[1]) => Figure} ListFigure */

/** @param {import('./world.mjs').Asker[]} askers @returns {ListFigure} */
function reading(askers) {
  const who = (/** @type {number} */ turn) => /** @type {import('./world.mjs').Asker} */ (askers[turn % askers.length]);
  return (title, path, rows, { visible = 'true', ...how }) => {
    const [own, plain] = [listSql(rows, { ...how, visible }), listSql(rows, { ...how, visible: withoutAccess(visible, '$1') })];
    return figure(title, 0.9, {
      ours: (turn) => ({ path, cookie: who(turn).cookie }),
      plain: [plain.page, plain.total].map((text) => ({ text, values: (/** @type {number} */ turn) => [who(turn).id] })),
      fenced: [own.page, own.total].map((text) => ({ text, values: () => [], asker: (/** @type {number} */ turn) => who(turn).id })),
    });
  };
}

/** @param {string} title @param {number} aim @param {{ ours: Call['at'], plain: Statement[], fenced: Omit<Figure['fenced'][number], 'role'>[], inOrder?: boolean }} parts @returns {Figure} */
function figure(title, aim, { ours, plain, fenced, inOrder = false }) {
  const at = (/** @type {number} */ turn) => {
    const query = new URLSearchParams({ figure: title, values: JSON.stringify(plain.map(({ values }) => values(turn))) });
    return { path: `/?${query}` };
  };
  return { name: title, aim, ours: { at: ours }, bare: { at }, plain, inOrder, fenced: fenced.map((one) => ({ role: 'api', ...one })) };
}

/** @param {import('./world.mjs').World} world */
function oneRecord({ coaches }) {
  const pairs = coaches.flatMap((coach) => coach.cases.map((one) => ({ coach, ...one })));
  const of = (/** @type {number} */ turn) => /** @type {typeof pairs[number]} */ (pairs[(turn * 7) % pairs.length]);
  const asker = (/** @type {number} */ turn) => of(turn).coach.id;
  const byId = `select * from (${sqlOf('meetings/meetings.sql')}) as r where r.id = $1`;
  const rules = ['meeting-not-written-up', 'no-contact', 'exit-facts-missing', 'entry-facts-missing'];
  const [page, day] = [sqlOf('participants/participant-page.sql'), sqlOf('my-day/my-day.sql')];
  return [
    figure('meeting by id', 0.9, {
      ours: (turn) => ({ path: `/api/meetings/${of(turn).meeting}`, cookie: of(turn).coach.cookie }),
      plain: [{ text: byId, values: (turn) => [of(turn).meeting] }],
      fenced: [{ text: byId, values: (turn) => [of(turn).meeting], asker }],
    }),
    figure('participant page', 1, {
      ours: (turn) => ({ path: `/api/participants/${of(turn).participant}/page`, cookie: of(turn).coach.cookie }),
      plain: [{ text: withoutAccess(page, '$2'), values: (turn) => [of(turn).participant, of(turn).coach.id] }],
      fenced: [{ text: page, values: (turn) => [of(turn).participant], asker }],
    }),
    figure('my day', 1, {
      ours: (turn) => ({ path: '/api/my-day', cookie: of(turn).coach.cookie }),
      plain: [{ text: withoutAccess(day, '$2'), values: (turn) => [rules, of(turn).coach.id] }],
      fenced: [{ text: day, values: () => [rules], asker }],
    }),
  ];
}

/** @param {ListFigure} list */
function coachLists(list) {
  const [people, meetings] = [sqlOf('participants/participants.sql'), sqlOf('meetings/meetings.sql')];
  const mine = 'r.id = any (array(select access.my_coached_participants()))';
  const met = '(r."coachId" = (select access.asker_id()) or r.id = any (array(select access.my_coached_meetings())))';
  return [
    list('coach: participants', '/api/participants?_start=0&_end=25', people, { order: name, visible: mine }),
    list('coach: participants, by name', '/api/participants?q=an&_start=0&_end=25', people, {
      where: `r."nameForm" like '% an%'`,
      order: name,
      visible: mine,
    }),
    list('coach: meetings', '/api/meetings?_start=0&_end=25', meetings, { order: newest, visible: met }),
    list('coach: meetings, deep', '/api/meetings?_start=500&_end=525', meetings, { order: newest, start: 500, visible: met }),
    list('coach: enrolments', '/api/enrolments?_start=0&_end=25', sqlOf('enrolments/enrolments.sql'), {
      order: 'r."referredOn" DESC nulls last, r.id DESC',
      visible: 'r.id = any (array(select access.my_coached_enrolments()))',
    }),
    list('coach: reminders', '/api/reminders?state=open&_start=0&_end=25', sqlOf('reminders/reminders.sql'), {
      where: `r.state = 'open'`,
      order: 'r."dueDate" ASC nulls last, r.id ASC',
      visible: 'r."enrolmentId" = any (array(select access.my_coached_enrolments()))',
    }),
  ];
}

/** @param {ListFigure} list */
function siteLists(list) {
  const meetings = sqlOf('meetings/meetings.sql');
  const visible = `r."siteId" = any (array(select access.my_sites('local-leader')))`;
  return [
    ...sitePeople(list),
    list('site: meetings', '/api/meetings?_start=0&_end=25', meetings, { order: newest, visible }),
    list('site: meetings, deep', '/api/meetings?_start=10000&_end=10025', meetings, { order: newest, start: 10000, visible }),
    list('site: meetings, by coach', '/api/meetings?_sort=coachName&_order=ASC&_start=0&_end=25', meetings, {
      order: 'r."coachName" collate app.swedish ASC nulls last, r.id ASC',
      visible,
    }),
    list('site: reminders', '/api/reminders?state=open&_start=0&_end=25', sqlOf('reminders/reminders.sql'), {
      where: `r.state = 'open'`,
      order: 'r."dueDate" ASC nulls last, r.id ASC',
      visible,
    }),
  ];
}

/** @param {ListFigure} list */
function sitePeople(list) {
  const people = sqlOf('participants/participants.sql');
  const visible = `r."siteIds" && array(select access.my_sites('local-leader'))`;
  return [
    list('site: participants', '/api/participants?_start=0&_end=25', people, { order: name, visible }),
    list('site: participants, deep', '/api/participants?_start=2000&_end=2025', people, { order: name, start: 2000, visible }),
    list('site: participants, by name', '/api/participants?q=anna+berg&_start=0&_end=25', people, {
      where: `r."nameForm" like '% anna%' and r."nameForm" like '% berg%'`,
      order: name,
      visible,
    }),
    list('site: participants, stage', '/api/participants?mainStage=internship&_start=0&_end=25', people, {
      where: `r."mainStage" = 'internship'`,
      order: name,
      visible,
    }),
    list('site: participants, last contact', '/api/participants?_sort=lastContactOn&_order=ASC&_start=0&_end=25', people, {
      order: 'r."lastContactOn" ASC nulls last, r.id ASC',
      visible,
    }),
  ];
}

/** @param {ListFigure} list @param {import('./world.mjs').World} world */
function projectLists(list, world) {
  const rows = sqlOf('enrolments/enrolments.sql');
  const order = 'r."referredOn" DESC nulls last, r.id DESC';
  const visible = `r."projectId" = any (array(select access.my_projects('project-leader')))`;
  return [
    list('project: enrolments', '/api/enrolments?_start=0&_end=25', rows, { order, visible }),
    list('project: enrolments, deep', '/api/enrolments?_start=50000&_end=50025', rows, { order, start: 50000, visible }),
    list('project: enrolments, exited', '/api/enrolments?status=exited&_start=0&_end=25', rows, { where: `r.status = 'exited'`, order, visible }),
    list('project: enrolments, by start', '/api/enrolments?_sort=startDate&_order=ASC&_start=0&_end=25', rows, {
      order: 'r."startDate" ASC nulls last, r.id ASC',
      visible,
    }),
    dashboard(world),
  ];
}

/** @param {import('./world.mjs').World} world */
function dashboard({ project, projectLeaders: [leader] }) {
  const { id, cookie } = /** @type {import('./world.mjs').Asker} */ (leader);
  const of = ['totals', 'stages', 'targets', 'overdue'].map((file) => sqlOf(`dashboard/${file}.sql`));
  const stages = ['coaching', 'mapping', 'internship', 'matching', 'follow-along', 'none'];
  const rules = ['meeting-not-written-up', 'no-contact', 'exit-facts-missing', 'entry-facts-missing'];
  const values = [[project], [project, stages, ['woman', 'man', 'non-binary']], [project], [project, rules]];
  return figure('dashboard', 0.9, {
    ours: () => ({ path: `/api/dashboards/${project}`, cookie }),
    plain: of.map((text, place) => {
      const given = values[place] ?? [];
      const plain = withoutAccess(text, `$${given.length + 1}`);
      return { text: plain, values: () => (plain === text ? given : [...given, id]) };
    }),
    fenced: of.map((text, place) => ({ text, values: () => values[place] ?? [], asker: () => id })),
  });
}

/** @param {import('./world.mjs').World} world @returns {Figure} */
function logging({ coaches }) {
  const pairs = coaches.flatMap((coach) => coach.cases.map((one) => ({ coach, ...one })));
  const of = (/** @type {number} */ turn) => /** @type {typeof pairs[number]} */ (pairs[(turn * 7) % pairs.length]);
  // Minutes of their own in the last month, so that no two turns log the same meeting.
  const at = (/** @type {number} */ turn) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - (60 + (turn % 40_000)) * 60_000).toISOString();
  const ids = new Map();
  /** The meeting's id, the same for every statement of a turn. @param {number} turn */
  const idOf = (turn) => {
    if (!ids.has(turn)) ids.set(turn, randomUUID());
    return ids.get(turn);
  };
  const hold = `${sqlOf('meetings/enrolments-at-meeting.sql')} order by e.id for share of e`;
  const log = withoutAccess(sqlOf('meetings/log-meeting.sql'), '$15');
  const found = 'select * from unnest($2::text[], $3::uuid[], $4::uuid[]) as f (rule, enrolment_id, subject_id)';
  return figure('logging a meeting', 0.9, {
    ours: (turn) => ({
      path: '/api/meetings',
      cookie: of(turn).coach.cookie,
      body: { startsAt: at(turn), attendances: [{ enrolmentId: of(turn).enrolment, summary: logged }] },
    }),
    plain: [
      { text: hold, values: (turn) => [[of(turn).enrolment], at(turn)] },
      {
        text: log,
        values: (turn) => [
          ...[idOf(turn), of(turn).enrolment, at(turn), 60, 'individual', 'office', 'held'],
          ...[[randomUUID()], [of(turn).enrolment], ['attended'], [null], [logged], [null], [null]],
          of(turn).coach.id,
        ],
      },
      { text: sqlOf('reminders/settle.sql').replace(found, allRules()), values: (turn) => [[of(turn).enrolment]] },
      { text: `select * from (${sqlOf('meetings/meetings.sql')}) as r where r.id = $1`, values: (turn) => [idOf(turn)] },
    ],
    fenced: [],
    inOrder: true,
  });
}
