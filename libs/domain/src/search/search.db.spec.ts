import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameForm } from '@stegvis/contracts/search/name-form';
import type { Found } from '@stegvis/contracts/search/search';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import fc from 'fast-check';
import { aMeeting } from '../meetings/testing.js';
import {
  aCoach,
  anEnrolment,
  aParticipant,
  aSite,
  aStaff,
  aWorld,
  dayFromToday,
  type ParticipantDraft,
  protect,
  type World,
} from '../participants/testing.js';
import { SearchService } from './index.js';

let db: TestDatabase;
let search: SearchService;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  search = new SearchService(await db.work('api'));
  world = await aWorld(db);
});
afterAll(() => db.drop());

const find = (who: string, q: string, limit?: number): Promise<Found> => asStaff(who, () => search.find({ q, limit }));
const namesFor = async (who: string, q: string) => (await find(who, q)).people.map(({ givenName, familyName }) => `${givenName} ${familyName}`);

/** A site of its own with a coach and a leader, so that no spec meets another's people. */
async function aTeam(name?: string) {
  const siteId = await aSite(db, { projectId: world.projectId, organisationId: world.organisationId, name });
  const [coach, leader] = [await aStaff(db, 'coach', { siteId, name: 'Cai' }), await aStaff(db, 'local-leader', { siteId })];
  const person = (name: string, over: Partial<ParticipantDraft> = {}) => {
    const [givenName = '', ...family] = name.split('/');
    return aParticipant(db, { siteId, givenName, familyName: family.join('/'), ...over });
  };
  return { siteId, coach, leader, person };
}

describe('a name', () => {
  const named = ['Anna Maria/von Strömberg', 'José/Müller', 'Zoë/Ångström', 'Osman/Al-Sayed', 'Oskar/Öman', 'Orm/O’Brien', 'Ann/Ek'];
  const asked: readonly [q: string, found: string[]][] = [
    ['anna', ['Anna Maria von Strömberg']],
    ['STRÖM', ['Anna Maria von Strömberg']],
    ['strömb maria', ['Anna Maria von Strömberg']],
    ['von a', ['Anna Maria von Strömberg']],
    ['berg', []],
    ['stromberg', []],
    ['jose', ['José Müller']],
    ['josé mull', ['José Müller']],
    ['mü', ['José Müller']],
    ['zoe', ['Zoë Ångström']],
    ['ang', []],
    ['Å', ['Zoë Ångström']],
    ['a\u030angstro\u0308m', ['Zoë Ångström']],
    ['sayed', ['Osman Al-Sayed']],
    ['al-say', ['Osman Al-Sayed']],
    ['ö', ['Oskar Öman']],
    ['obr', ['Orm O’Brien']],
    ["o'brien", ['Orm O’Brien']],
    ['ann', ['Ann Ek', 'Anna Maria von Strömberg']],
    ['anna ek', []],
    ['str%berg', []],
    ['_nna', []],
    ['%', []],
    ['\\', []],
  ];
  let leader: string;
  beforeAll(async () => {
    const team = await aTeam();
    leader = team.leader;
    for (const name of named) await team.person(name);
  });

  it.each(asked)('%j finds %j', async (q, found) => expect(await namesFor(leader, q)).toEqual(found));

  it('has the same form in the database as in the browser', async () => {
    const unit = fc.oneof(
      fc.constantFrom(..."åäöÅÄÖéèüßøæœđłıİŞ’'-–. \u0301\u030a_%\\"),
      // Control characters are no part of any text that the API takes.
      fc.constantFrom(0x20, 0xa0, 0xad).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0xa0, max: 0x24f }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x1e00, max: 0x1eff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x370, max: 0x3ff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x400, max: 0x45f }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x621, max: 0x64a }).map((code) => String.fromCodePoint(code)),
    );
    const names = fc.sample(fc.string({ unit, maxLength: 12 }), { numRuns: 2000, seed: 20261125 });
    const rows = await db.sql<{ name: string; form: string }>('select name, app.name_form(name) as form from unnest($1::text[]) as name', [names]);
    expect(rows.filter(({ name, form }) => form !== nameForm(name))).toEqual([]);
    expect(rows).toHaveLength(2000);
  });

  it('is found by its new form once it has changed', async () => {
    const { leader, person } = await aTeam();
    const { participantId } = await person('Ulla/Gran');
    await db.sql(`update app.participant set family_name = 'Tallgren', version = version + 1 where id = $1`, [participantId]);
    expect(await namesFor(leader, 'gran')).toEqual([]);
    expect(await namesFor(leader, 'tall')).toEqual(['Ulla Tallgren']);
  });
});

describe('a date of birth', () => {
  it('finds who was born then, and beside a name puts them first', async () => {
    const { leader, person } = await aTeam();
    await person('Ada/Ek', { dateOfBirth: '1988-03-12' });
    await person('Bea/Ek', { dateOfBirth: '2005-03-12' });
    await person('Cia/Ek', { dateOfBirth: '1990-01-01' });
    for (const q of ['1988-03-12', '19880312', '880312']) expect(await namesFor(leader, q)).toEqual(['Ada Ek']);
    expect(await namesFor(leader, '050312')).toEqual(['Bea Ek']);
    expect(await namesFor(leader, 'ek 1990-01-01')).toEqual(['Cia Ek', 'Ada Ek', 'Bea Ek']);
    expect(await namesFor(leader, '2001-01-01')).toEqual([]);
  });

  it('that goes on as an identity number finds nobody', async () => {
    const { leader, person } = await aTeam();
    await person('Ada/Ek', { dateOfBirth: '1988-03-12' });
    for (const q of ['880312-1234', '198803121234', '880312 12']) expect(await find(leader, q)).toEqual({ people: [], meetings: [] });
  });
});

describe('the order of people', () => {
  it('is own caseload, then under way before waiting before ended, then whole words, then the latest referral', async () => {
    const { coach, leader, person, siteId } = await aTeam();
    await giveLead(coach, siteId);
    const day = (days: number) => dayFromToday(db, -days);
    await person('Ann/G', { status: 'exited', referredOn: await day(100) });
    await person('Ann/F', { status: 'declined', referredOn: await day(10) });
    await person('Ann/E', { status: 'waiting', referredOn: await day(5) });
    await person('Anna/D', { status: 'on-hold', referredOn: await day(91) });
    await person('Ann/C', { status: 'active', referredOn: await day(200) });
    await person('Ann/B', { status: 'active', referredOn: await day(120) });
    await person('Anna/A', { status: 'exited', coachId: coach });
    const order = (await find(coach, 'ann')).people.map(({ familyName }) => familyName);
    expect(order).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect((await find(leader, 'ann', 3)).people.map(({ familyName }) => familyName)).toEqual(['B', 'C', 'D']);
  });

  it('shows what tells namesakes apart: the latest enrolment that the asker may see', async () => {
    const { coach, siteId, person } = await aTeam('Ort');
    const elsewhere = await aSite(db, { projectId: world.projectId, organisationId: world.organisationId, name: 'Annan ort' });
    const { participantId } = await person('Eva/Lind', { coachId: coach, status: 'exited', dateOfBirth: '1970-02-03' });
    await anEnrolment(db, participantId, { siteId: elsewhere, status: 'referred', referredOn: await dayFromToday(db, -1) });
    const leaderThere = await aStaff(db, 'local-leader', { siteId: elsewhere });
    const own = { id: participantId, givenName: 'Eva', familyName: 'Lind', dateOfBirth: '1970-02-03', protection: 'none', pseudonymous: false };
    expect((await find(coach, 'lind')).people).toMatchObject([{ ...own, siteName: 'Ort', status: 'exited' }]);
    expect((await find(leaderThere, 'lind')).people).toMatchObject([{ ...own, siteName: 'Annan ort', status: 'referred' }]);
    expect(siteId).not.toBe(elsewhere);
  });
});

const giveLead = (staffId: string, siteId: string) =>
  db.sql(`insert into app.role_assignment (staff_id, role, site_id, valid_from) values ($1, 'local-leader', $2, app.today() - 30)`, [
    staffId,
    siteId,
  ]);

describe('meetings', () => {
  const shown = (found: Found) =>
    found.meetings.map(({ status, participants }) => [status, participants.map((one) => one.participantName).join('+')]);

  it('of the people found: own first, nearest to now first, voided ones left out', async () => {
    const { coach, leader, person, siteId } = await aTeam('Vik');
    const colleague = await aStaff(db, 'coach', { siteId, name: 'Ove' });
    const { enrolmentId } = await person('Ines/Holm', { coachId: coach });
    const other = await person('Bo/Dal', { coachId: colleague });
    await aMeeting(db, { coachId: colleague, enrolmentIds: [enrolmentId, other.enrolmentId], days: -1, status: 'missed' });
    await aMeeting(db, { coachId: coach, enrolmentIds: [enrolmentId], days: -20, status: 'held' });
    const next = await aMeeting(db, { coachId: coach, enrolmentIds: [enrolmentId], days: 4, status: 'planned' });
    await aMeeting(db, { coachId: coach, enrolmentIds: [enrolmentId], days: -2, status: 'voided' });
    await aMeeting(db, { coachId: colleague, enrolmentIds: [other.enrolmentId], days: 0, status: 'planned' });
    const found = await find(coach, 'ines');
    expect(shown(found)).toEqual([
      ['planned', 'Ines Holm'],
      ['held', 'Ines Holm'],
      // Of the group, a coach sees the own participant.
      ['missed', 'Ines Holm'],
    ]);
    expect(found.meetings[0]).toMatchObject({ id: next, siteName: 'Vik', coachName: 'Cai', kind: 'individual' });
    expect(found.meetings[0]?.startsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(shown(await find(leader, 'ines'))).toContainEqual(['missed', 'Bo Dal+Ines Holm']);
    expect((await find(leader, 'ines', 2)).meetings).toHaveLength(2);
  });

  it('of a day, to the minute, in their order; with a name only that person’s', async () => {
    const { coach, person } = await aTeam();
    const anna = await person('Anna/Ek', { coachId: coach });
    const bo = await person('Bo/Ek', { coachId: coach });
    const at = (days: number, time: string, of: { enrolmentId: string }) =>
      aMeeting(db, { coachId: coach, enrolmentIds: [of.enrolmentId], days, at: time, status: days < 0 ? 'held' : 'planned' });
    const [late, early] = [await at(0, '23:59', anna), await at(0, '00:00', bo)];
    const before = await at(-1, '23:59', bo);
    const after = await at(1, '00:00', anna);
    const ids = async (q: string) => (await find(coach, q)).meetings.map(({ id }) => id);
    for (const q of ['idag', 'i dag', 'Today', await dayFromToday(db, 0)]) expect(await ids(q)).toEqual([early, late]);
    expect(await ids('igår')).toEqual([before]);
    expect(await ids('tomorrow')).toEqual([after]);
    expect(await ids('anna idag')).toEqual([late]);
    expect(await ids(`bo ${await dayFromToday(db, -1)}`)).toEqual([before]);
    expect((await find(coach, 'idag')).people).toEqual([]);
  });
});

describe('what somebody may not see is never found', () => {
  const hidden = 'Hemlig';
  let birth: string;
  beforeAll(async () => {
    birth = '1961-01-01';
    const draft = { siteId: world.siteId, coachId: world.coach, givenName: hidden, familyName: 'Person', dateOfBirth: birth };
    const { enrolmentId } = await aParticipant(db, draft);
    await aMeeting(db, { coachId: world.coach, enrolmentIds: [enrolmentId], days: 0 });
  });

  it('but is by those who may', async () => {
    for (const who of [world.coach, world.localLeader])
      for (const q of [hidden, 'HEM pers', birth, 'idag', `${hidden} idag`]) {
        const { people, meetings } = await find(who, q);
        expect([q, people.length + meetings.length]).not.toEqual([q, 0]);
        expect(meetings).toHaveLength(1);
      }
  });

  it.each(['colleague', 'otherCoach', 'otherLeader', 'projectLeader', 'funder', 'administrator'] as const)(
    'by %s, whether by name, beginning, date of birth or day',
    async (who) => {
      for (const q of [hidden, 'h', 'he', 'person hemlig', birth, '610101', 'idag', `${hidden} idag`, await dayFromToday(db, 0)])
        expect([q, await find(world[who], q)]).toEqual([q, { people: [], meetings: [] }]);
    },
  );

  it('by a coach whose time with the person is over', async () => {
    const { siteId, person } = await aTeam();
    const coach = await aStaff(db, 'coach', { siteId });
    const { enrolmentId } = await person('Förra/Deltagaren');
    await aCoach(db, enrolmentId, coach);
    expect(await namesFor(coach, 'förra')).toEqual(['Förra Deltagaren']);
    await db.sql('update app.enrolment_coach set valid_to = app.today() - 1, version = version + 1 where staff_id = $1', [coach]);
    expect(await namesFor(coach, 'förra')).toEqual([]);
  });

  it('and a protected person is found by those who are named, marked as such', async () => {
    const { coach, leader, person } = await aTeam();
    const { participantId } = await person('Skyddad/Alm', { coachId: coach });
    await protect(db, participantId, [coach]);
    expect((await find(coach, 'alm')).people).toMatchObject([{ protection: 'confidentiality-mark' }]);
    expect(await namesFor(leader, 'alm')).toEqual([]);
    expect(await namesFor(world.localLeader, 'alm')).toEqual([]);
  });
});
