import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { IdentityVault, ParticipantEntity, ParticipantsService } from '../participants/index.js';
import { aCoach, aParticipant, aStaff, aStandIn, aWorld, type World } from '../participants/testing.js';
import { ReminderEntity, RemindersService } from '../reminders/index.js';
import { EnrolmentEntity, EnrolmentsService, VoluntaryFactsEntity } from './index.js';

let db: TestDatabase;
let work: UnitOfWork;
let world: World;
let enrolments: EnrolmentsService;
let participants: ParticipantsService;
let coCoach: string;
let standIn: string;
let person: { participantId: string; enrolmentId: string };

beforeAll(async () => {
  db = await testDatabase();
  work = await db.work('api', [EnrolmentEntity, VoluntaryFactsEntity, ParticipantEntity, ReminderEntity]);
  enrolments = new EnrolmentsService(work, new RemindersService(work));
  participants = new ParticipantsService(work, new IdentityVault(randomBytes(32).toString('base64')));
  world = await aWorld(db);
  [coCoach, standIn] = [await aStaff(db, 'coach', { siteId: world.siteId }), await aStaff(db, 'coach', { siteId: world.siteId })];
  person = await aParticipant(db, { siteId: world.siteId, coachId: world.coach });
  await aCoach(db, person.enrolmentId, coCoach, 'co');
  await aStandIn(db, { siteId: world.siteId, coachId: world.coach, standInId: standIn, appointedBy: world.localLeader });
  await db.sql(`update app.voluntary_facts set disability = 'yes', version = version + 1 where id = $1`, [person.enrolmentId]);
});
afterAll(() => db.drop());

/** What somebody is answered about the voluntary questions, by a list, a record and the page of the person. */
async function answersTo(who: string): Promise<unknown[]> {
  return asStaff(who, async () => {
    const { rows } = await enrolments.list({ participantId: person.participantId }, { start: 0, end: 25, order: 'ASC' });
    const { enrolments: onPage } = await participants.page(person.participantId);
    return [...rows, await enrolments.get(person.enrolmentId), ...onPage].map((one) => ('disability' in one ? one.disability : 'absent'));
  });
}
const versionsOf = (who: string, table: string) =>
  asStaff(who, () =>
    work.read<{ content: { disability?: string } }>({
      text: 'select content from history.row_version where enrolment_id = $1 and table_name = $2 order by id desc',
      values: [person.enrolmentId, table],
    }),
  );

/** Shows the names of the site to the leader of the project; `sensitive` with the answers. */
async function grant(sensitive: boolean): Promise<string> {
  const [made] = await db.sql<{ id: string }>(
    `insert into app.name_grant (organisation_id, project_id, site_id, staff_id, ground, valid_to, given_by, sensitive_facts)
     values ($1, $2, $3, $4, 'Uppföljning av enskilda ärenden', app.today() + 30, $5, $6) returning id`,
    [world.organisationId, world.projectId, world.siteId, world.projectLeader, world.localLeader, sensitive],
  );
  return made?.id ?? '';
}
const end = (id: string) => db.sql('update app.name_grant set ended_at = now(), version = version + 1 where id = $1', [id]);

describe('answers to voluntary questions', () => {
  it('are there for the coaches who ask them and the leader of the site, and absent for who stands in', async () => {
    for (const who of [world.coach, coCoach, world.localLeader]) expect(await answersTo(who)).toEqual(['yes', 'yes', 'yes']);
    expect(await answersTo(standIn)).toEqual(['absent', 'absent', 'absent']);
  });

  it('are seen by who sees names by a grant only when the grant says so, for as long as it holds', async () => {
    const names = await grant(false);
    expect(await answersTo(world.projectLeader)).toEqual(['absent', 'absent', 'absent']);
    const both = await grant(true);
    expect(await answersTo(world.projectLeader)).toEqual(['yes', 'yes', 'yes']);
    await end(both);
    expect(await answersTo(world.projectLeader)).toEqual(['absent', 'absent', 'absent']);
    await end(names);
  });

  it('are not in the history that others read', async () => {
    expect((await versionsOf(world.coach, 'voluntary_facts'))[0]?.content.disability).toBe('yes');
    expect(await versionsOf(standIn, 'enrolment')).not.toEqual([]);
    expect(await versionsOf(standIn, 'voluntary_facts')).toEqual([]);
  });

  it('are written by nobody who does not read them, who may change all else', async () => {
    const change = (body: object) =>
      asStaff(standIn, async () => {
        const { version } = await enrolments.get(person.enrolmentId);
        return enrolments.change(person.enrolmentId, body, { version, told: 'body' });
      });
    expect(await change({ referredBy: 'Arbetsförmedlingen' })).toMatchObject({ referredBy: 'Arbetsförmedlingen' });
    await expect(change({ disability: 'no' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await answersTo(world.coach)).toEqual(['yes', 'yes', 'yes']);
  });
});
