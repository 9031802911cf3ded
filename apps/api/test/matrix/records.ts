import { randomUUID } from 'node:crypto';
import { aReadyExport } from '@stegvis/domain/exports/testing';
import { aMeeting } from '@stegvis/domain/meetings/testing';
import {
  aCoach,
  aParticipant,
  aStaff,
  aStandIn,
  type Builder,
  dayFromToday,
  giveRole,
  type MadeParticipant,
  type ParticipantDraft,
  protect,
} from '@stegvis/domain/participants/testing';
import { aBuiltRun } from '@stegvis/domain/report-runs/testing';
import { aStagePeriod } from '@stegvis/domain/stage-periods/testing';
import { aNameGrant, aRoleProposal, type People, type Place, type Team } from './people.js';

/** A record that a cell is asked for. */
export interface MadeRecord extends Partial<MadeParticipant> {
  id: string;
  team: Team;
  familyName?: string;
  /** Who sees it, where the local leader does not. */
  reader?: string;
  /** Nothing is known of who it is. */
  pseudonymous?: true;
}

/** A record of the kind that a word needs before the verb: a referral, a planned meeting, a report that was checked. */
export type Before = 'referred' | 'planned' | 'checked' | undefined;
type Maker = (db: Builder, people: People, kind: string, before: Before, askerId: string) => Promise<MadeRecord>;

export const noSuch = 'no such';
/** Of routes that are about no record. */
export const none = '–';
const protectedKinds = ['protected', 'protected and named'];
/** Of a case; the coach who asks works with it where it is not said to be somebody else's. */
export const caseKinds = [
  'own',
  'covered',
  'same site',
  'other site',
  'other organisation',
  'other project',
  'names granted',
  'closed',
  'pseudonymous',
  ...protectedKinds,
];
const places = ['own site', 'other site', 'other organisation', 'other project', 'names granted'];
/** Of a site there, or of the askers' organisation. */
export const reviewKinds = [...places, 'own organisation'];
const projectKinds = ['own project', 'other project'];
const staffKinds = ['self', 'colleague', 'stranger'];

/** A family name that nobody has. */
export const nobodys = 'Ingenstädes';

let made = 0;

const placeOf = ({ teams }: People, kind: string): Place => (kind in teams ? (kind as Place) : 'own site');
const projectOf = ({ teams }: People, kind: string): Team => teams[kind === 'own project' ? 'own site' : 'other project'];

/** A person with an enrolment there, as the kind says. */
async function aCase(db: Builder, people: People, kind: string, before: Before): Promise<MadeRecord> {
  const team = people.teams[placeOf(people, kind)];
  const status = kind === 'closed' ? 'exited' : before === 'referred' ? 'referred' : 'active';
  const draft: ParticipantDraft = { siteId: team.siteId, coachId: coachOf(people, team, kind), familyName: familyName(), status };
  const one = await aParticipant(db, draft);
  const record = { id: one.participantId, ...one, team, familyName: draft.familyName };
  if (kind === 'pseudonymous') {
    await db.sql('update app.participant set pseudonymous = true, version = version + 1 where id = $1', [record.id]);
    return { ...record, pseudonymous: true };
  }
  if (!protectedKinds.includes(kind)) return record;
  const named = kind === 'protected' ? team.coach : people.askers.coach;
  if (named === team.coach) await aCoach(db, one.enrolmentId, named, 'co');
  await protect(db, record.id, [named]);
  return { ...record, reader: named };
}

/** A name that nobody else has, of letters alone. */
const familyName = () => `Prov${[...String(++made)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

const mine = ['own', 'closed', 'pseudonymous', ...protectedKinds];
/** The coach of a case: the one who asks, the one for whom they stand in, or a colleague there. */
const coachOf = ({ askers, covered }: People, team: Team, kind: string) =>
  kind === 'covered' ? covered : mine.includes(kind) ? askers.coach : team.coach;

const insert = async (db: Builder, team: Team, text: string, values: unknown[]): Promise<MadeRecord> => {
  const [row] = await db.sql<{ id: string }>(`${text} returning id`, values);
  if (!row) throw new Error(`Nothing was made by ${text}`);
  return { id: row.id, team };
};

/** A report of the last month, built as the worker builds it, and then in a later state. */
async function aRunIn(db: Builder, { report }: People, team: Team, state: 'draft' | 'checked' | 'submitted'): Promise<MadeRecord> {
  const id = await aBuiltRun(db, report, {
    projectId: team.projectId,
    periodStart: await dayFromToday(db, -30),
    periodEnd: await dayFromToday(db, -1),
  });
  if (state !== 'draft') await db.sql('update app.report_run set state = $2, version = version + 1 where id = $1', [id, state]);
  return { id, team };
}

/** A review of a month that no other is of, with a look that is marked. */
async function aReview(db: Builder, people: People, kind: string): Promise<MadeRecord> {
  const team = people.teams[placeOf(people, kind)];
  const site = kind === 'own organisation' ? [null, null] : [team.projectId, team.siteId];
  const text = `insert into app.access_review (organisation_id, project_id, site_id, month, seed, rule_version, looks, started_by, started_by_name)
    values ($1, $2, $3, date_trunc('month', app.today()) - $5 * interval '1 month', 1, 1, 1, $4, 'Lena Ledare')`;
  const review = await insert(db, team, text, [team.organisationId, ...site, team.leader, ++made]);
  await db.sql(
    `insert into app.access_review_item (organisation_id, project_id, site_id, review_id, event_key, people, rules, mark, marked_by, marked_at)
     values ($1, $2, $3, $4, gen_random_uuid(), '{}', '{}', 'ok', $5, now())`,
    [team.organisationId, ...site, review.id, team.leader],
  );
  return review;
}

/** What the world has from the start. */
const standing =
  (of: 'organisationId' | 'projectId' | 'siteId'): Maker =>
  async (_db, people, kind) => {
    const team = projectOf(people, kind);
    return { id: team[of], team };
  };

/** Makes a record of a kind, word by word. */
export const makers: Readonly<Record<string, { kinds: readonly string[]; make: Maker }>> = {
  participants: { kinds: caseKinds, make: aCase },
  enrolments: {
    kinds: caseKinds,
    make: async (db, people, kind, before) => {
      const one = await aCase(db, people, kind, before);
      return { ...one, id: one.enrolmentId as string };
    },
  },
  'stage-periods': {
    kinds: caseKinds,
    make: async (db, people, kind, before) => {
      const one = await aCase(db, people, kind, before);
      const endDate = kind === 'closed' ? await dayFromToday(db, -10) : undefined;
      return { ...one, id: await aStagePeriod(db, { enrolmentId: one.enrolmentId as string, endDate }) };
    },
  },
  meetings: {
    kinds: caseKinds,
    make: async (db, people, kind, before) => {
      const one = await aCase(db, people, kind, undefined);
      const planned = before === 'planned' && kind !== 'closed';
      const days = kind === 'closed' ? -20 : -1;
      const enrolmentIds = [one.enrolmentId as string];
      return {
        ...one,
        id: await aMeeting(db, { coachId: coachOf(people, one.team, kind), enrolmentIds, days, status: planned ? 'planned' : 'held' }),
      };
    },
  },
  reminders: {
    kinds: caseKinds,
    make: async (db, people, kind, before) => {
      const one = await aCase(db, people, kind, before);
      const closed = kind === 'closed';
      const text = `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date, state, closed_at)
        select organisation_id, project_id, site_id, id, 'no-contact', id, $2, app.today() - 1, $3, case when $4 then now() end from app.enrolment where id = $1`;
      const { id } = await insert(db, one.team, text, [one.enrolmentId, coachOf(people, one.team, kind), closed ? 'cancelled' : 'open', closed]);
      return { ...one, id };
    },
  },
  organisations: { kinds: projectKinds, make: standing('organisationId') },
  projects: { kinds: projectKinds, make: standing('projectId') },
  dashboards: { kinds: projectKinds, make: standing('projectId') },
  sites: { kinds: projectKinds, make: standing('siteId') },
  targets: {
    kinds: projectKinds,
    make: (db, people, kind) => {
      const team = projectOf(people, kind);
      return insert(db, team, `insert into app.target (project_id, indicator, value) values ($1, 'entered', 10)`, [team.projectId]);
    },
  },
  'report-runs': {
    kinds: projectKinds,
    make: (db, people, kind, before) => aRunIn(db, people, projectOf(people, kind), before === 'checked' ? 'checked' : 'draft'),
  },
  'report-schedules': {
    kinds: projectKinds,
    make: (db, people, kind) => {
      const team = projectOf(people, kind);
      // There is one for each project.
      return insert(
        db,
        team,
        `insert into app.report_schedule (project_id) values ($1) on conflict (project_id) do update set version = report_schedule.version + 1`,
        [team.projectId],
      );
    },
  },
  submissions: {
    kinds: projectKinds,
    make: async (db, people, kind) => {
      const team = projectOf(people, kind);
      const run = await aRunIn(db, people, team, 'submitted');
      const text = `insert into app.submission (project_id, run_id, period_start, period_end, rule_version, published, submitted_by, submitted_by_name)
        select project_id, id, period_start, period_end, rule_version, '[]', $2, 'Petra Projekt' from app.report_run where id = $1`;
      return insert(db, team, text, [run.id, team.projectLeader]);
    },
  },
  // Where somebody is referred to.
  places: {
    kinds: places,
    make: async (_db, { teams }, kind) => ({ id: teams[kind as Place].siteId, team: teams[kind as Place] }),
  },
  'name-grants': {
    kinds: places,
    make: async (db, { teams, askers }, kind) => {
      const team = teams[kind as Place];
      return { id: await aNameGrant(db, team, kind === 'names granted' ? askers['project-leader'] : team.projectLeader), team };
    },
  },
  'stand-ins': {
    kinds: [...places, 'standing in'],
    make: async (db, { teams, askers }, kind) => {
      const team = teams[kind === 'standing in' ? 'own site' : (kind as Place)];
      const { siteId, leader: appointedBy } = team;
      const coachId = await aStaff(db, 'coach', { siteId });
      const standInId = kind === 'standing in' ? askers.coach : await aStaff(db, 'coach', { siteId });
      return { id: await aStandIn(db, { siteId, coachId, standInId, appointedBy }), team };
    },
  },
  openings: {
    kinds: places,
    make: async (db, people, kind) => {
      const team = people.teams[kind as Place];
      const { participantId } = await aParticipant(db, { siteId: team.siteId, coachId: team.coach });
      const text = `insert into app.opening (organisation_id, participant_id, site_ids, staff_id, reason)
        select organisation_id, id, site_ids, $2, 'Coachen är sjuk och personen ringde' from app.participant where id = $1`;
      return insert(db, team, text, [participantId, people.teams['other site'].otherCoach]);
    },
  },
  exports: {
    kinds: ['self', 'colleague'],
    make: async (db, { teams }, kind, _before, self) => {
      const team = teams['own site'];
      const { participantId } = await aParticipant(db, { siteId: team.siteId, coachId: team.coach });
      const staffId = kind === 'self' ? self : team.leader;
      return { id: await aReadyExport(db, { staffId, people: [participantId] }), team };
    },
  },
  // What somebody did with the person. It stands before what the asking itself adds to the log.
  'access-log': {
    kinds: caseKinds,
    make: async (db, people, kind, before) => {
      const one = await aCase(db, people, kind, before);
      const [event] = await db.sql<{ id: string }>(
        `insert into access_log.event (organisation_id, at, staff_id, roles, action, outcome, participants)
         select organisation_id, now() + interval '1 day', $2, '{coach}', 'participants.read', 'given', array[id] from app.participant where id = $1 returning key as id`,
        [one.participantId, one.team.coach],
      );
      return { ...one, id: event?.id ?? '' };
    },
  },
  'access-reviews': { kinds: reviewKinds, make: aReview },
  sessions: {
    kinds: ['self', 'colleague'],
    make: (db, people, kind, _before, self) =>
      insert(db, people.teams['own site'], `insert into sign_in.session (token_hash, staff_id) values (sha256(gen_random_uuid()::text::bytea), $1)`, [
        somebody(people, kind, self),
      ]),
  },
  staff: {
    kinds: staffKinds,
    make: async (_db, people, kind, _before, self) => ({ id: somebody(people, kind, self), team: people.teams['own site'] }),
  },
  'role-proposals': {
    kinds: staffKinds,
    make: async (db, people, kind, _before, self) => ({
      id: await aRoleProposal(db, people, somebody(people, kind, self)),
      team: people.teams[kind === 'stranger' ? 'other project' : 'own site'],
    }),
  },
  'role-assignments': {
    kinds: staffKinds,
    make: async (db, people, kind) => {
      const team = people.teams[kind === 'stranger' ? 'other project' : 'own site'];
      if (kind !== 'self') return { id: await giveRole(db, team.coach, 'coach', { siteId: team.siteId }), team };
      const [row] = await db.sql<{ id: string }>('select id from app.role_assignment where staff_id = $1', [people.askers.administrator]);
      return { id: row?.id ?? '', team };
    },
  },
};

const somebody = ({ teams }: People, kind: string, self: string): string =>
  kind === 'self' ? self : teams[kind === 'stranger' ? 'other project' : 'own site'].coach;

/** An id that nobody has, at the askers' site. */
export const aNoSuch = ({ teams }: People): MadeRecord => {
  const id = randomUUID();
  const team = { ...teams['own site'], siteId: id, projectId: id, organisationId: id };
  return { id, participantId: id, enrolmentId: id, familyName: nobodys, team };
};
