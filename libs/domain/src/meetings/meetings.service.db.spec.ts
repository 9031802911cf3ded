import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meeting, NewMeeting } from '@stegvis/contracts/meetings/meeting';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { EnrolmentEntity } from '../enrolments/index.js';
import { aParticipant, aSite, aStaff, aWorld, giveRole, type MadeParticipant, type World } from '../participants/testing.js';
import { ReminderEntity, RemindersService } from '../reminders/index.js';
import { AttendanceEntity, AttendanceNoteEntity, MeetingEntity, MeetingsService } from './index.js';
import { aMeeting } from './testing.js';

let db: TestDatabase;
let meetings: MeetingsService;
let world: World;
let anna: MadeParticipant;
let bo: MadeParticipant;
/** Of a colleague's caseload at the same site. */
let cia: MadeParticipant;

beforeAll(async () => {
  db = await testDatabase();
  const work = await db.work('api', [MeetingEntity, AttendanceEntity, AttendanceNoteEntity, ReminderEntity, EnrolmentEntity]);
  meetings = new MeetingsService(work, new RemindersService(work));
  world = await aWorld(db);
  anna = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, givenName: 'Anna', familyName: 'Ek' });
  bo = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, givenName: 'Bo', familyName: 'Ål' });
  cia = await aParticipant(db, { siteId: world.siteId, coachId: world.colleague, givenName: 'Cia', familyName: 'Öst' });
});
afterAll(() => db.drop());

const asCoach = <T>(run: () => Promise<T>) => asStaff(world.coach, run);
const one = (who: MadeParticipant, more: Partial<NewMeeting['attendances'][number]> = {}): NewMeeting => ({
  startsAt: new Date(Date.now() - 3_600_000).toISOString(),
  attendances: [{ enrolmentId: who.enrolmentId, ...more }],
});
const window = { start: 0, end: 25, order: 'ASC' as const };
const expected = (meeting: Meeting) => ({ version: meeting.version, told: 'body' as const });
const noNotes = { summary: null, internalNote: null, nextStep: null, nextStepDate: null };

describe('logging a meeting', () => {
  it('takes an instant and a participant: held, an hour, at the office, attended, by the asker', async () => {
    const meeting = await asCoach(() => meetings.create(one(anna)));
    expect(meeting).toMatchObject({
      status: 'held',
      minutes: 60,
      kind: 'individual',
      channel: 'office',
      coachId: world.coach,
      coachName: 'Cilla Coach',
      version: 1,
    });
    expect(meeting.attendances).toEqual([
      {
        id: expect.any(String),
        enrolmentId: anna.enrolmentId,
        participantId: anna.participantId,
        participantName: 'Anna Ek',
        state: 'attended',
        ...noNotes,
      },
    ]);
  });

  it('keeps what was written, each participant apart', async () => {
    const note = { summary: 'Gick bra', internalNote: 'Trött', nextStep: 'Ringa', nextStepDate: '2026-12-01' };
    const draft = one(bo, note);
    draft.attendances.push({ enrolmentId: anna.enrolmentId, state: 'absent' });
    const meeting = await asCoach(() => meetings.create(draft));
    expect(meeting.kind).toBe('group');
    expect(meeting.attendances.map(({ id: _id, ...rest }) => rest)).toEqual([
      { enrolmentId: anna.enrolmentId, participantId: anna.participantId, participantName: 'Anna Ek', state: 'absent', ...noNotes },
      { enrolmentId: bo.enrolmentId, participantId: bo.participantId, participantName: 'Bo Ål', state: 'attended', ...note },
    ]);
  });

  it('takes nobody whom the asker does not work with', async () => {
    await expect(asCoach(() => meetings.create(one(cia)))).rejects.toMatchObject({
      detail: { errors: { 'attendances.0.enrolmentId': { code: 'unknown-reference' } } },
    });
    const both = await aStaff(db, 'coach', { siteId: world.siteId });
    await giveRole(db, both, 'project-leader', { projectId: world.projectId });
    await expect(asStaff(both, () => meetings.create(one(anna)))).rejects.toMatchObject({
      detail: { errors: { 'attendances.0.enrolmentId': { code: 'unknown-reference' } } },
    });
  });

  it('takes nothing that is still to come, or lies before the enrolment', async () => {
    const later = { ...one(anna), startsAt: new Date(Date.now() + 2 * 3_600_000).toISOString() };
    await expect(asCoach(() => meetings.create(later))).rejects.toMatchObject({ detail: { errors: { startsAt: { code: 'in-the-future' } } } });
    await expect(asCoach(() => meetings.create({ ...one(anna), startsAt: '2020-01-01T10:00:00Z' }))).rejects.toMatchObject({
      detail: { errors: { startsAt: { code: 'outside-enrolment' } } },
    });
    await expect(asCoach(() => meetings.create({ ...later, status: 'planned' }))).resolves.toMatchObject({
      status: 'planned',
      attendances: [{ state: 'expected' }],
    });
  });

  it('is for a local leader too, with anybody of the site', async () => {
    await expect(asStaff(world.localLeader, () => meetings.create(one(cia)))).resolves.toMatchObject({ coachId: world.localLeader });
  });

  it('clears the reminder that nobody was met', async () => {
    const [{ id } = { id: '' }] = await db.sql<{ id: string }>(
      `insert into app.reminder (organisation_id, project_id, site_id, enrolment_id, rule, subject_id, staff_id, due_date)
       select organisation_id, project_id, site_id, id, 'no-contact', id, $2, app.today() from app.enrolment where id = $1 returning id`,
      [bo.enrolmentId, world.coach],
    );
    await asCoach(() => meetings.create(one(bo)));
    expect(await db.sql('select state from app.reminder where id = $1', [id])).toEqual([{ state: 'cancelled' }]);
  });
});

describe('a planned meeting', () => {
  const planned = (enrolmentIds = [anna.enrolmentId], coachId = world.coach) => aMeeting(db, { coachId, enrolmentIds, status: 'planned', days: -1 });

  it('is held: whoever nothing is said of attended', async () => {
    const id = await planned([anna.enrolmentId, bo.enrolmentId]);
    const held = await asCoach(() =>
      meetings.hold(id, { minutes: 30, attendances: [{ enrolmentId: bo.enrolmentId, state: 'absent', internalNote: 'Kom inte' }] }),
    );
    expect(held).toMatchObject({
      status: 'held',
      minutes: 30,
      version: 2,
      attendances: [{ state: 'attended' }, { state: 'absent', internalNote: 'Kom inte' }],
    });
  });

  it.each([
    ['miss', {}, 'missed', 'absent'],
    ['miss', { noticeGiven: true }, 'missed', 'absent-with-notice'],
    ['cancel', {}, 'cancelled', 'absent-with-notice'],
    ['cancel', { byUs: true }, 'cancelled', 'cancelled-by-us'],
  ] as const)('by %s with %j is %s and %s', async (verb, how, status, state) => {
    const id = await planned();
    await expect(asCoach(() => meetings[verb](id, how))).resolves.toMatchObject({ status, attendances: [{ state }] });
  });

  it('is voided with a reason, and leaves no verb', async () => {
    const id = await planned();
    await expect(asCoach(() => meetings.void(id, { voidReason: 'wrong-person' }))).resolves.toMatchObject({
      status: 'voided',
      voidReason: 'wrong-person',
    });
    await expect(asCoach(() => meetings.hold(id, {}))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'not-from-this-status',
      detail: { current: { status: 'voided' } },
    });
  });

  it('is held once, however many tabs do it at once', async () => {
    const id = await planned();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, (_, tab) => asCoach(() => meetings.hold(id, { minutes: 10 + tab }))));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected']);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'not-from-this-status' });
    expect(await db.sql('select version, status from app.meeting where id = $1', [id])).toEqual([{ version: 2, status: 'held' }]);
    expect(await db.sql('select version from app.attendance where meeting_id = $1', [id])).toEqual([{ version: 2 }]);
  });

  it('of a group shows each coach their own participants, and settles only those', async () => {
    const id = await planned([anna.enrolmentId, cia.enrolmentId]);
    const held = await asCoach(() => meetings.hold(id, {}));
    expect(held.attendances.map(({ participantName }) => participantName)).toEqual(['Anna Ek']);
    const seen = await asStaff(world.localLeader, () => meetings.get(id));
    expect(seen.attendances.map(({ participantName, state }) => [participantName, state])).toEqual([
      ['Anna Ek', 'attended'],
      ['Cia Öst', 'expected'],
    ]);
  });
});

describe('changing a meeting', () => {
  it('gives back what it got, and raises the version', async () => {
    const meeting = await asCoach(() => meetings.create(one(anna, { summary: 'Text' })));
    const change = {
      startsAt: meeting.startsAt,
      minutes: meeting.minutes,
      kind: meeting.kind,
      channel: meeting.channel,
      attendances: meeting.attendances,
    };
    const changed = await asCoach(() => meetings.change(meeting.id, change, expected(meeting)));
    expect(changed).toEqual({ ...meeting, version: 2 });
    await expect(asCoach(() => meetings.change(meeting.id, change, expected(meeting)))).rejects.toMatchObject({
      kind: 'conflict',
      detail: { current: { version: 2 } },
    });
  });

  it('writes notes where there were none and keeps those that are left out', async () => {
    const meeting = await asCoach(() => meetings.create(one(anna)));
    const facts = { startsAt: meeting.startsAt, minutes: 45, kind: meeting.kind, channel: 'video' as const };
    const first = await asCoach(() =>
      meetings.change(meeting.id, { ...facts, attendances: [{ enrolmentId: anna.enrolmentId, summary: 'Ett', nextStep: 'Två' }] }, expected(meeting)),
    );
    const second = await asCoach(() =>
      meetings.change(meeting.id, { ...facts, attendances: [{ enrolmentId: anna.enrolmentId, summary: 'Tre' }] }, expected(first)),
    );
    expect(second).toMatchObject({ minutes: 45, channel: 'video', attendances: [{ summary: 'Tre', nextStep: 'Två' }] });
    const versions = await db.sql<{ summary: string }>(
      `select content ->> 'summary' as summary from history.row_version where table_name = 'attendance_note' and row_id = $1 order by id`,
      [second.attendances[0]?.id],
    );
    expect(versions.map(({ summary }) => summary)).toEqual(['Ett', 'Tre']);
  });

  it('refuses a state that does not fit, and somebody who is not there', async () => {
    const meeting = await asCoach(() => meetings.create(one(anna)));
    const { startsAt, minutes, kind, channel } = meeting;
    const change = (attendance: { enrolmentId: string; state?: 'expected' }) =>
      asCoach(() => meetings.change(meeting.id, { startsAt, minutes, kind, channel, attendances: [attendance] }, expected(meeting)));
    await expect(change({ enrolmentId: anna.enrolmentId, state: 'expected' })).rejects.toMatchObject({
      detail: { errors: { 'attendances.0.state': { code: 'not-a-code' } } },
    });
    await expect(change({ enrolmentId: bo.enrolmentId })).rejects.toMatchObject({
      detail: { errors: { 'attendances.0.enrolmentId': { code: 'not-at-this-meeting' } } },
    });
  });
});

describe('the list of meetings', () => {
  it('is filtered by person and by local day', async () => {
    const siteId = await aSite(db, { projectId: world.projectId });
    const coachId = await aStaff(db, 'coach', { siteId });
    const dan = await aParticipant(db, { siteId, coachId });
    const eva = await aParticipant(db, { siteId, coachId });
    const early = await aMeeting(db, { coachId, enrolmentIds: [dan.enrolmentId], days: -3, at: '00:15' });
    const late = await aMeeting(db, { coachId, enrolmentIds: [dan.enrolmentId, eva.enrolmentId], days: -3, at: '23:45' });
    await aMeeting(db, { coachId, enrolmentIds: [eva.enrolmentId], days: -2, at: '00:05' });
    const [{ day } = { day: '' }] = await db.sql<{ day: string }>('select (app.today() - 3)::text as day');
    const ids = async (filters: object) =>
      (await asStaff(coachId, () => meetings.list(filters, { ...window, sort: 'startsAt' }))).rows.map(({ id }) => id);
    expect(await ids({ from: day, to: day })).toEqual([early, late]);
    expect(await ids({ participantId: dan.participantId })).toEqual([early, late]);
    expect(await ids({ enrolmentId: eva.enrolmentId, to: day })).toEqual([late]);
    expect((await asStaff(coachId, () => meetings.list({ status: 'held' }, window))).total).toBe(3);
  });
});

describe('to a stranger', () => {
  const strangers = ['otherCoach', 'otherLeader', 'projectLeader', 'funder', 'administrator'] as const;
  it.each(strangers)('(%s) there is no meeting', async (who) => {
    const id = await aMeeting(db, { coachId: world.coach, enrolmentIds: [anna.enrolmentId], status: 'planned', days: -1 });
    const asStranger = <T>(run: () => Promise<T>) => asStaff(world[who], run);
    const gone = { kind: 'not-found' };
    expect(await asStranger(() => meetings.list({}, window))).toEqual({ rows: [], total: 0 });
    await expect(asStranger(() => meetings.get(id))).rejects.toMatchObject(gone);
    await expect(asStranger(() => meetings.hold(id, {}))).rejects.toMatchObject(gone);
    await expect(asStranger(() => meetings.miss(id, {}))).rejects.toMatchObject(gone);
    await expect(asStranger(() => meetings.cancel(id, {}))).rejects.toMatchObject(gone);
    await expect(asStranger(() => meetings.void(id, { voidReason: 'other' }))).rejects.toMatchObject(gone);
    const facts = { startsAt: new Date().toISOString(), minutes: 5, kind: 'individual', channel: 'phone' } as const;
    await expect(asStranger(() => meetings.change(id, facts, { version: 1, told: 'body' }))).rejects.toMatchObject(gone);
    await expect(asStranger(() => meetings.create(one(anna)))).rejects.toMatchObject({
      detail: { errors: { 'attendances.0.enrolmentId': { code: 'unknown-reference' } } },
    });
    expect(await db.sql('select status, version from app.meeting where id = $1', [id])).toEqual([{ status: 'planned', version: 1 }]);
  });

  it('(a colleague at the site) there is no meeting either', async () => {
    const id = await aMeeting(db, { coachId: world.coach, enrolmentIds: [anna.enrolmentId] });
    await expect(asStaff(world.colleague, () => meetings.get(id))).rejects.toMatchObject({ kind: 'not-found' });
  });
});
