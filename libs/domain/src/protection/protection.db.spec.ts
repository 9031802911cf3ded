import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParticipantChange, ParticipantRow } from '@stegvis/contracts/participants/participant';
import { asJob, databaseFault, refusalOf } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentEntity, EnrolmentsService } from '../enrolments/index.js';
import { IdentityVault, ParticipantEntity, ParticipantsService } from '../participants/index.js';
import { aCoach, aParticipant, aStaff, aWorld, dayFromToday, type World } from '../participants/testing.js';
import { FollowUpSweep, ReminderEntity, RemindersService } from '../reminders/index.js';
import { ProtectionService } from './index.js';

let db: TestDatabase;
let world: World;
let protection: ProtectionService;
let participants: ParticipantsService;
let enrolments: EnrolmentsService;
let reminders: RemindersService;
let sweep: FollowUpSweep;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api', [EnrolmentEntity, ParticipantEntity, ReminderEntity]);
  reminders = new RemindersService(work);
  protection = new ProtectionService(work, reminders);
  participants = new ParticipantsService(work, new IdentityVault(randomBytes(32).toString('base64')));
  enrolments = new EnrolmentsService(work, reminders);
  sweep = new FollowUpSweep(await db.work('worker'));
  world = await aWorld(db);
});
afterAll(() => db.drop());

const aPerson = () => aParticipant(db, { siteId: world.siteId, coachId: world.coach });
const sees = async (who: string, id: string) =>
  asStaff(who, () => participants.page(id)).then(
    () => true,
    () => false,
  );
/** The code of a refusal, and of its first field if it has one. */
const refused = async (deed: Promise<unknown>): Promise<string> => {
  const fault = await deed.then(
    () => 'nothing was refused',
    (thrown: unknown) => thrown,
  );
  const refusal = refusalOf(databaseFault(fault) ?? { code: '', constraint: undefined });
  return refusal?.code ?? (fault as { code?: string }).code ?? String(fault);
};
/** What waits for whom about a person. */
const openOf = (id: string) =>
  db.sql<{ rule: string; staff: string }>(
    `select r.rule, r.staff_id as staff from app.reminder r join app.enrolment e on e.id = r.enrolment_id where e.participant_id = $1 and r.state = 'open'`,
    [id],
  );
/** A person as the form sends it back. */
const changeOf = ({ givenName, familyName, dateOfBirth, gender }: ParticipantRow, over: Partial<ParticipantChange>): ParticipantChange => ({
  givenName,
  familyName,
  dateOfBirth,
  gender,
  ...over,
});
const mark = { protection: 'confidentiality-mark', staffIds: [] as string[] } as const;
const protectBy = (who: string, id: string, staffIds: string[] = [], validTo?: string) =>
  asStaff(who, () => protection.protect(id, { ...mark, staffIds, validTo }));

describe('protecting a person', () => {
  it('takes effect at once: those named see the person, and nobody else does', async () => {
    const { participantId: id } = await aPerson();
    expect([await sees(world.coach, id), await sees(world.localLeader, id)]).toEqual([true, true]);
    expect(await protectBy(world.localLeader, id)).toEqual({ id, protection: 'confidentiality-mark' });
    expect([await sees(world.coach, id), await sees(world.localLeader, id)]).toEqual([false, true]);
    await asStaff(world.localLeader, () => protection.nameStaff(id, { staffIds: [world.coach] }));
    expect([await sees(world.coach, id), await sees(world.localLeader, id)]).toEqual([true, true]);
  });

  it('names who decided it, and until when; the page tells the named', async () => {
    const { participantId: id } = await aPerson();
    await protectBy(world.coach, id, [world.localLeader], await dayFromToday(db, 30));
    const page = await asStaff(world.localLeader, () => participants.page(id));
    const [today, until] = [await dayFromToday(db, 0), await dayFromToday(db, 30)];
    expect(page.namedStaff).toEqual([
      { staffId: world.localLeader, name: 'Lena Ledare', decidedByName: 'Cilla Coach', decidedOn: today, validTo: until, me: true },
      { staffId: world.coach, name: 'Cilla Coach', decidedByName: 'Cilla Coach', decidedOn: today, validTo: until, me: false },
    ]);
    expect(page.askToLift).toBeNull();
    const kept = await db.sql<{ asker_id: string }>(
      `select asker_id from history.row_version where table_name = 'named_staff' and participant_id = $1`,
      [id],
    );
    expect(kept.map(({ asker_id }) => asker_id)).toEqual([world.coach, world.coach]);
  });

  it('takes away where the person lives, and lets nobody write it again', async () => {
    const { participantId: id, enrolmentId } = await aPerson();
    await db.sql(`update app.participant set address = 'Storgatan 1, Gotland', version = version + 1 where id = $1`, [id]);
    await db.sql(`update app.enrolment set municipality_code = '0980', version = version + 1 where id = $1`, [enrolmentId]);
    await protectBy(world.coach, id);
    const person = await asStaff(world.coach, () => participants.get(id));
    expect(person.address).toBeNull();
    expect((await asStaff(world.coach, () => enrolments.get(enrolmentId))).municipalityCode).toBeNull();
    const change = changeOf(person, { address: 'Storgatan 1' });
    expect(await refused(asStaff(world.coach, () => participants.change(id, change, { version: person.version, told: 'body' })))).toBe(
      'no-place-stored',
    );
    await expect(
      db.sql(`update app.enrolment set municipality_code = '0980', version = version + 1 where id = $1`, [enrolmentId]),
    ).rejects.toMatchObject({
      constraint: 'protected_person_has_no_municipality',
    });
  });

  it('is for those who work with the person: for others the person is not there', async () => {
    const { participantId: id } = await aPerson();
    for (const who of [world.colleague, world.otherLeader, world.projectLeader, world.administrator, world.funder])
      expect([who, await refused(protectBy(who, id))]).toEqual([who, 'not-found']);
    await protectBy(world.coach, id);
    for (const deed of [
      () => protection.protect(id, mark),
      () => protection.nameStaff(id, { staffIds: [] }),
      () => protection.askToLift(id),
      () => protection.lift(id),
      () => protection.mayBeNamed(id),
    ])
      expect(await refused(asStaff<unknown>(world.localLeader, deed))).toBe('not-found');
  });

  it('names three at most, of those who work with the person, for 90 days at most', async () => {
    const { participantId: id, enrolmentId } = await aPerson();
    const more = [await aStaff(db, 'coach', { siteId: world.siteId }), await aStaff(db, 'coach', { siteId: world.siteId })];
    for (const coach of more) await aCoach(db, enrolmentId, coach, 'co');
    expect((await asStaff(world.coach, () => protection.mayBeNamed(id))).rows.map((one) => one.id).sort()).toEqual(
      [world.coach, world.localLeader, ...more].sort(),
    );
    expect(await refused(protectBy(world.coach, id, [...more, world.localLeader]))).toBe('three-named-at-most');
    expect(await refused(protectBy(world.coach, id, [world.colleague]))).toBe('cannot-see-the-person');
    expect(await refused(protectBy(world.coach, id, [], await dayFromToday(db, 91)))).toBe('named-too-long');
    expect(await refused(protectBy(world.coach, id, [], await dayFromToday(db, -1)))).toBe('day-has-passed');
    expect(await sees(world.localLeader, id)).toBe(true);
    await protectBy(world.coach, id, more, await dayFromToday(db, 90));
    expect([await sees(more[0] as string, id), await sees(world.localLeader, id)]).toEqual([true, false]);
  });

  it('cannot be done by writing the column', async () => {
    const { participantId: id } = await aPerson();
    const work = await db.work('api');
    const write = (set: string) =>
      refused(
        asStaff(world.coach, () =>
          work.transaction((manager) => manager.query(`update app.participant set ${set}, version = version + 1 where id = $1`, [id])),
        ),
      );
    for (const set of [`protection = 'none'`, 'lift_asked_by = null', `site_ids = '{}'`]) expect(await write(set)).toBe('not-permitted');
  });

  it('keeps the person for those named last when every naming has run out', async () => {
    const { participantId: id } = await aPerson();
    await protectBy(world.coach, id, [world.localLeader]);
    await asStaff(world.coach, () => protection.nameStaff(id, { staffIds: [] }));
    await db.sql(
      `update app.named_staff set decided_on = decided_on - 95, valid_from = valid_from - 95, valid_to = app.today() - 5, version = version + 1
                  where participant_id = $1 and valid_to >= app.today()`,
      [id],
    );
    await db.sql(
      `update app.named_staff set valid_from = valid_from - 95, valid_to = app.today() - 50, version = version + 1 where participant_id = $1 and staff_id = $2`,
      [id, world.localLeader],
    );
    expect([await sees(world.coach, id), await sees(world.localLeader, id)]).toEqual([true, false]);
    await asStaff(world.coach, () => protection.nameStaff(id, { staffIds: [world.localLeader] }));
    expect([await sees(world.coach, id), await sees(world.localLeader, id)]).toEqual([true, true]);
  });
});

describe('lifting a protection', () => {
  it('takes two of the named: one asks, another confirms, and history names both', async () => {
    const { participantId: id } = await aPerson();
    await protectBy(world.coach, id, [world.localLeader]);
    expect(await refused(asStaff(world.localLeader, () => protection.lift(id)))).toBe('lift-not-asked-for');
    await asStaff(world.coach, () => protection.askToLift(id));
    expect((await asStaff(world.localLeader, () => participants.page(id))).askToLift).toMatchObject({ askedByName: 'Cilla Coach', byMe: false });
    expect(await refused(asStaff(world.coach, () => protection.lift(id)))).toBe('another-confirms');
    expect(await asStaff(world.localLeader, () => protection.lift(id))).toEqual({ id, protection: 'none' });
    const told = await db.sql<{ asker: string; protection: string; asked: string | null }>(
      `select asker_id as asker, content ->> 'protection' as protection, content ->> 'lift_asked_by' as asked from history.row_version
       where table_name = 'participant' and row_id = $1 order by id desc limit 2`,
      [id],
    );
    expect(told).toEqual([
      { asker: world.localLeader, protection: 'none', asked: null },
      { asker: world.coach, protection: 'confidentiality-mark', asked: world.coach },
    ]);
    expect((await asStaff(world.coach, () => participants.page(id))).namedStaff).toEqual([]);
    expect(await refused(asStaff(world.coach, () => protection.askToLift(id)))).toBe('not-protected');
  });

  it('is asked for anew when nobody has confirmed for two weeks', async () => {
    const { participantId: id } = await aPerson();
    await protectBy(world.coach, id, [world.localLeader]);
    await asStaff(world.coach, () => protection.askToLift(id));
    await db.sql('update app.participant set lift_asked_on = lift_asked_on - 15, version = version + 1 where id = $1', [id]);
    expect((await asStaff(world.localLeader, () => participants.page(id))).askToLift).toBeNull();
    expect(await refused(asStaff(world.localLeader, () => protection.lift(id)))).toBe('lift-not-asked-for');
  });

  it('goes by those named at the time: who was taken off confirms nothing', async () => {
    const { participantId: id } = await aPerson();
    await protectBy(world.coach, id, [world.localLeader]);
    await asStaff(world.coach, () => protection.askToLift(id));
    await asStaff(world.coach, () => protection.nameStaff(id, { staffIds: [] }));
    expect(await refused(asStaff(world.localLeader, () => protection.lift(id)))).toBe('not-found');
  });
});

describe('what the unnamed may come across', () => {
  it('enrols nobody again who is hidden', async () => {
    const { participantId } = await aPerson();
    const again = { participantId, siteId: world.siteId, referredOn: await dayFromToday(db, 0) };
    await protectBy(world.localLeader, participantId);
    await expect(asStaff(world.coach, () => enrolments.enrolAgain(again as never))).rejects.toMatchObject({
      detail: { errors: { participantId: { code: 'unknown-reference' } } },
    });
    const work = await db.work('api');
    const asked = (id: string) =>
      refused(
        asStaff(world.coach, () =>
          work.transaction((manager) => manager.query('select access.enrol_again($1, $2, null, app.today())', [id, world.siteId])),
        ),
      );
    expect(await asked(participantId)).toBe('not-found');
  });

  it('registers the number of a protected person as if nobody had it; the named are reminded', async () => {
    const number = '199107172380';
    const numbered = (givenName: string) =>
      participants.refer({
        givenName,
        familyName: 'Ek',
        dateOfBirth: '1991-07-17',
        gender: 'woman',
        identityKind: 'personnummer',
        identityNumber: number,
        siteId: world.siteId,
        referredOn: today,
      } as never);
    const today = await dayFromToday(db, 0);
    const { id, enrolmentId } = await asStaff(world.coach, () => numbered('Anna'));
    await db.sql(`update app.enrolment set status = 'active', start_date = app.today(), version = version + 1 where id = $1`, [enrolmentId]);
    await protectBy(world.coach, id);
    const other = await asStaff(world.colleague, () => numbered('Anna Maria'));
    const told = async (who: string) =>
      (await asStaff(who, () => reminders.list({ rule: 'number-registered-again' }, { start: 0, end: 25, order: 'ASC' }))).rows;
    await asJob('sweep', 'spec', () => sweep.run());
    expect(await told(world.coach)).toMatchObject([{ enrolmentId, subjectId: other.id, dueDate: today, state: 'open' }]);
    for (const who of [world.colleague, world.localLeader, world.projectLeader]) expect(await told(who)).toEqual([]);
    await asStaff(world.coach, () => protection.nameStaff(id, { staffIds: [] }));
    expect(await told(world.coach)).toMatchObject([{ state: 'open' }]);
  });

  it('reminds one of the named of the person, and not the main coach who is not named', async () => {
    const { participantId: id } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, startDate: await dayFromToday(db, -200) });
    await asJob('sweep', 'spec', () => sweep.run());
    const [before] = await openOf(id);
    expect(before).toMatchObject({ rule: 'no-contact', staff: world.coach });
    // At once for what is open, and by the sweep for what becomes due.
    await protectBy(world.localLeader, id);
    expect(await openOf(id)).toEqual([{ rule: 'no-contact', staff: world.localLeader }]);
    await db.sql(`delete from app.reminder where enrolment_id in (select id from app.enrolment where participant_id = $1)`, [id]);
    await asJob('sweep', 'spec', () => sweep.run());
    expect(await openOf(id)).toEqual([{ rule: 'no-contact', staff: world.localLeader }]);
    await asStaff(world.localLeader, () => protection.nameStaff(id, { staffIds: [world.coach] }));
    expect(await openOf(id)).toEqual([{ rule: 'no-contact', staff: world.coach }]);
  });

  it('reminds the named before the last naming runs out, until it is prolonged', async () => {
    const { participantId: id, enrolmentId } = await aPerson();
    await protectBy(world.coach, id, [], await dayFromToday(db, 10));
    await asJob('sweep', 'spec', () => sweep.run());
    const open = async (who: string) =>
      (await asStaff(who, () => reminders.list({ rule: 'naming-ends', enrolmentId, state: 'open' }, { start: 0, end: 25, order: 'ASC' }))).total;
    expect([await open(world.coach), await open(world.localLeader)]).toEqual([1, 0]);
    await asStaff(world.coach, () => protection.nameStaff(id, { staffIds: [] }));
    expect(await open(world.coach)).toBe(0);
  });
});

describe('who is counted and not named', () => {
  const referral = (over: object) =>
    participants.refer({
      dateOfBirth: '1991-07-01',
      gender: 'woman',
      identityKind: 'none',
      siteId: world.siteId,
      referredOn: '2026-01-02',
      ...over,
    } as never);

  it('is enrolled under a pseudonym that the system gives', async () => {
    const [one, other] = await asStaff(world.coach, async () => [await referral({ pseudonymous: true }), await referral({ pseudonymous: true })]);
    expect(one).toMatchObject({ givenName: 'Deltagare', familyName: expect.stringMatching(/^[2-9B-Z]{4}$/), pseudonymous: true, status: 'referred' });
    expect(one?.familyName).not.toBe(other?.familyName);
  });

  it.each([
    { phone: '070-1740605' },
    { email: 'a@b.example' },
    { address: 'Storgatan 1' },
    { identityKind: 'personnummer', identityNumber: '196408233234' },
  ])('with %j is refused', async (contact) => {
    expect(await refused(asStaff(world.coach, () => referral({ pseudonymous: true, ...contact })))).toBe('pseudonym-has-no-contact');
  });

  it('keeps the pseudonym until the person consents to being named, and nobody is made nameless again', async () => {
    const person = await asStaff(world.coach, () => referral({ pseudonymous: true }));
    const change = (row: ParticipantRow, over: Partial<ParticipantChange>) =>
      asStaff(world.coach, () => participants.change(row.id, changeOf(row, over), { version: row.version, told: 'body' }));
    await expect(change(person, { familyName: 'Ek' })).rejects.toMatchObject({ detail: { errors: { familyName: { code: 'pseudonym-stays' } } } });
    const named = await change(person, { pseudonymous: false, givenName: 'Anna', familyName: 'Ek', phone: '070-1740605' });
    expect(named).toMatchObject({ givenName: 'Anna', phone: '070-1740605', pseudonymous: false });
    await expect(change(named, { pseudonymous: true })).rejects.toMatchObject({ detail: { errors: { pseudonymous: { code: 'not-possible' } } } });
  });

  it('has to have a name otherwise', async () => {
    await expect(asStaff(world.coach, () => referral({ familyName: 'Ek' }))).rejects.toMatchObject({
      detail: { errors: { givenName: { code: 'required' } } },
    });
  });
});
