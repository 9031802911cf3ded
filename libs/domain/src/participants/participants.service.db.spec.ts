import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Referral } from '@stegvis/contracts/participants/participant';
import { databaseFault, refusalOf } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { IdentityVault, ParticipantEntity, ParticipantsService } from './index.js';
import { anEnrolment, aParticipant, aProject, aSite, aStaff, aWorld, dayFromToday, type World } from './testing.js';

let db: TestDatabase;
let participants: ParticipantsService;
let world: World;
let today: string;

beforeAll(async () => {
  db = await testDatabase();
  participants = new ParticipantsService(await db.work('api', [ParticipantEntity]), new IdentityVault(randomBytes(32).toString('base64')));
  world = await aWorld(db);
  today = await dayFromToday(db, 0);
});
afterAll(() => db.drop());

const window = { start: 0, end: 25, order: 'ASC' as const };
const asCoach = <T>(run: () => Promise<T>) => asStaff(world.coach, run);
const referral = (over: Partial<Referral> = {}): Referral => ({
  givenName: 'Åsa',
  familyName: 'Öberg',
  dateOfBirth: '1991-07-17',
  gender: 'woman',
  identityKind: 'none',
  siteId: world.siteId,
  referredOn: today,
  ...over,
});
const numbered = (identityNumber: string, over: Partial<Referral> = {}) => referral({ identityKind: 'personnummer', identityNumber, ...over });

describe('a referral', () => {
  it('makes the person and an enrolment that waits, coached by the one who refers', async () => {
    const row = await asCoach(() => participants.refer(numbered('910717-2380', { referredBy: 'Socialtjänsten', phone: '070-1' })));
    expect(row).toMatchObject({
      organisationId: world.organisationId,
      identityKind: 'personnummer',
      identityNumberMasked: '19910717-••••',
      phone: '070-1',
      language: null,
      interpreter: false,
      protection: 'none',
      status: 'referred',
      coachName: 'Cilla Coach',
      mainStage: null,
      lastContactOn: null,
      dueReminders: 0,
      version: 1,
    });
    expect(Object.keys(row).filter((name) => /encrypted|hash/i.test(name))).toEqual([]);
    const [stored] = await db.sql<{ text: string }>('select p::text as text from app.participant p where id = $1', [row.id]);
    expect(stored?.text).not.toContain('199107172380');
  });

  it('by a local leader has no coach yet', async () => {
    await expect(asStaff(world.localLeader, () => participants.refer(referral()))).resolves.toMatchObject({ status: 'referred', coachName: null });
  });

  it('of a number that is known there is refused, and tells nothing to another organisation', async () => {
    await asCoach(() => participants.refer(numbered('196408233234', { gender: 'man' })));
    const again = await asCoach(() => participants.refer(numbered('19640823-3234'))).catch((fault: unknown) => fault);
    expect(refusalOf(databaseFault(again) as never)).toMatchObject({
      kind: 'conflict',
      code: 'person-known',
      detail: { errors: { identityNumber: { code: 'person-known' } } },
    });
    await expect(asStaff(world.otherCoach, () => participants.refer(numbered('196408233234', { siteId: world.otherSiteId })))).resolves.toMatchObject(
      { identityKind: 'personnummer' },
    );
  });

  it.each([
    [{ identityKind: 'personnummer', identityNumber: '640823-3235' }, 'identityNumber', 'wrong-check-digit'],
    [{ dateOfBirth: '2090-01-01' }, 'dateOfBirth', 'future-date'],
    [{ referredOn: '2090-01-01' }, 'referredOn', 'future-date'],
  ] as const)('with %j is refused at %s', async (over, input, code) => {
    await expect(asCoach(() => participants.refer(referral(over)))).rejects.toMatchObject({ detail: { errors: { [input]: { code } } } });
  });

  it.each(['otherCoach', 'projectLeader', 'funder', 'administrator'] as const)(
    'to a site where the asker (%s) does not work is refused',
    async (who) => {
      await expect(asStaff(world[who], () => participants.refer(referral()))).rejects.toMatchObject({
        detail: { errors: { siteId: { code: 'not-your-site' } } },
      });
    },
  );
});

describe('finding a person', () => {
  it('by words of the name in any order, and nothing else', async () => {
    const { participantId } = await aParticipant(db, {
      siteId: world.siteId,
      coachId: world.coach,
      givenName: 'Maria Anna',
      familyName: 'von Strömberg',
    });
    const found = async (q: string) => (await asCoach(() => participants.list({ q }, window))).rows.map(({ id }) => id);
    expect(await found('strömb MARIA')).toEqual([participantId]);
    expect(await found('anna von')).toEqual([participantId]);
    expect(await found('anna persson')).toEqual([]);
    expect(await found('str%berg')).toEqual([]);
    // As in a search: words begin, å, ä and ö are letters of their own, accents do not count.
    expect(await found('berg')).toEqual([]);
    expect(await found('stromberg')).toEqual([]);
    expect(await found('María')).toEqual([participantId]);
    expect(await found('%')).toEqual([]);
    expect(await found(' ')).toContain(participantId);
  });

  it('by the whole number, where the asker works and may see the person', async () => {
    const { id } = await asCoach(() => participants.refer(numbered('199001012385')));
    const found = async (who: string) => (await asStaff(who, () => participants.find({ identityNumber: '900101-2385' }))).rows.map((row) => row.id);
    expect(await found(world.coach)).toEqual([id]);
    expect(await found(world.localLeader)).toEqual([id]);
    for (const who of [world.colleague, world.otherCoach, world.otherLeader, world.projectLeader, world.administrator])
      expect(await found(who)).toEqual([]);
    await expect(asCoach(() => participants.find({ identityNumber: '900101' }))).rejects.toMatchObject({
      detail: { errors: { identityNumber: { code: 'not-an-identity-number' } } },
    });
  });
});

describe('the list', () => {
  it('shows the latest enrolment with stage, coach, last contact and reminders, sorted as Swedish does', async () => {
    const siteId = await aSite(db, { projectId: world.projectId, organisationId: world.organisationId });
    const coachId = await aStaff(db, 'coach', { siteId, name: 'Ny Coach' });
    const first = await aParticipant(db, {
      siteId,
      coachId,
      givenName: 'Eva',
      familyName: 'Zorn',
      status: 'exited',
      referredOn: await dayFromToday(db, -200),
      startDate: await dayFromToday(db, -190),
    });
    const projectId = await aProject(db);
    const elsewhere = await aSite(db, { projectId, organisationId: world.organisationId, name: 'Ort två' });
    await aParticipant(db, { siteId, coachId, givenName: 'Åke', familyName: 'Åberg' });
    await aParticipant(db, { siteId, coachId, givenName: 'Ärna', familyName: 'Ärlig', status: 'on-hold' });
    const again = await anEnrolment(db, first.participantId, { siteId: elsewhere, status: 'referred', referredOn: await dayFromToday(db, -3) });
    const names = async (filters: object) =>
      (await asStaff(coachId, () => participants.list(filters, window))).rows.map(({ familyName, status }) => [familyName, status]);
    // The new enrolment is another site's: this coach still sees the old one.
    expect(await names({})).toEqual([
      ['Zorn', 'exited'],
      ['Åberg', 'active'],
      ['Ärlig', 'on-hold'],
    ]);
    expect(await names({ status: 'active' })).toEqual([['Åberg', 'active']]);
    expect(await names({ siteId, mine: true, gender: 'woman' })).toHaveLength(3);
    expect(await names({ siteId: elsewhere })).toEqual([]);
    const leader = await aStaff(db, 'local-leader', { siteId: elsewhere });
    await expect(asStaff(leader, () => participants.get(first.participantId))).resolves.toMatchObject({
      enrolmentId: again,
      siteName: 'Ort två',
      status: 'referred',
    });
  });
});

describe('changing a person', () => {
  it('gives back what it got, and raises the version', async () => {
    const row = await asCoach(() => participants.refer(numbered('199001022384')));
    const { givenName, familyName, dateOfBirth, gender, language, interpreter, phone, email, address, identityKind } = row;
    const same = { givenName, familyName, dateOfBirth, gender, language, interpreter, phone, email, address, identityKind };
    expect(await asCoach(() => participants.change(row.id, same, { version: 1, told: 'header' }))).toEqual({ ...row, version: 2 });
    const late = await asCoach(() => participants.change(row.id, same, { version: 1, told: 'header' })).catch((fault: unknown) => fault);
    expect(late).toMatchObject({ kind: 'changed-meanwhile', detail: { current: { version: 2 } } });
    expect(JSON.stringify(late)).not.toMatch(/encrypted|hash/i);
  });

  it('puts in a number and takes it away', async () => {
    const row = await asCoach(() => participants.refer(referral()));
    const facts = { givenName: 'Åsa', familyName: 'Ny', dateOfBirth: '1990-01-03', gender: 'non-binary' as const };
    const withNumber = await asCoach(() => participants.change(row.id, { ...facts, identityNumber: '900103-2383' }, { version: 1, told: 'body' }));
    expect(withNumber).toMatchObject({ familyName: 'Ny', gender: 'non-binary', identityKind: 'personnummer', identityNumberMasked: '19900103-••••' });
    const without = await asCoach(() => participants.change(row.id, { ...facts, identityKind: 'none' }, { version: 2, told: 'body' }));
    expect(without).toMatchObject({ identityKind: 'none', identityNumberMasked: null });
  });
});

describe('to a stranger', () => {
  it.each(['colleague', 'otherCoach', 'otherLeader', 'projectLeader', 'funder', 'administrator'] as const)('(%s) there is nobody', async (who) => {
    const { participantId: id } = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, familyName: `Hemlig ${who}` });
    const asStranger = <T>(run: () => Promise<T>) => asStaff(world[who], run);
    const gone = { kind: 'not-found' };
    expect((await asStranger(() => participants.list({ q: 'Hemlig' }, window))).total).toBe(0);
    expect((await asStranger(() => participants.list({}, window, [id]))).rows).toEqual([]);
    await expect(asStranger(() => participants.get(id))).rejects.toMatchObject(gone);
    await expect(asStranger(() => participants.page(id))).rejects.toMatchObject(gone);
    const facts = { givenName: 'X', familyName: 'Y', dateOfBirth: '1990-01-01', gender: 'man' as const };
    await expect(asStranger(() => participants.change(id, facts, { version: 1, told: 'body' }))).rejects.toMatchObject(gone);
  });
});
