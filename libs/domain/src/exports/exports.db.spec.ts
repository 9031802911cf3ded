import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExportFormat, ExportResource } from '@stegvis/contracts/exports/codes';
import { asJob, type UnitOfWork } from '@stegvis/platform/postgres';
import { asStaff, type TestDatabase, testDatabase } from '@stegvis/platform/postgres/testing';
import { aMeeting } from '../meetings/testing.js';
import { aParticipant, aStaff, aWorld, protect, type World } from '../participants/testing.js';
import { ExportMaker } from './export-maker.js';
import { ExportsService } from './exports.service.js';
import { vaultOfSpecs } from './testing.js';

let db: TestDatabase;
let world: World;
let service: ExportsService;
let maker: ExportMaker;
let api: UnitOfWork;
let anna: string;
let hidden: string;
const purpose = 'Underlag till styrgruppen om Annas och andras väntetider';

beforeAll(async () => {
  db = await testDatabase();
  api = await db.work('api');
  service = new ExportsService(api, vaultOfSpecs());
  maker = new ExportMaker(await db.work('worker'), await db.work('api'), vaultOfSpecs());
  world = await aWorld(db);
  const at = { siteId: world.siteId, coachId: world.coach };
  const one = await aParticipant(db, { ...at, givenName: 'Anna', familyName: '=1+1' });
  anna = one.participantId;
  const secret = await aParticipant(db, { ...at, givenName: 'Hemliga', familyName: 'Hansson' });
  hidden = secret.participantId;
  await protect(db, hidden, [world.coach]);
  await aMeeting(db, { coachId: world.coach, enrolmentIds: [one.enrolmentId, secret.enrolmentId], days: -1, status: 'held' });
});
afterAll(() => db?.drop());

const request = (who: string, resource: ExportResource = 'participants', format: ExportFormat = 'csv', filter: object = {}) =>
  asStaff(who, () => service.request({ resource, purpose, format, filter }, 'sv'));
const make = (id: string) => asJob('make-export', 'spec', () => maker.make(id, 'spec'));
const take = (who: string, id: string) => asStaff(who, () => service.take(id));
const stateOf = async (who: string, id: string) => (await asStaff(who, () => service.get(id))).state;
/** A leader of the site, whose quota is untouched. */
const aLeader = () => aStaff(db, 'local-leader', { siteId: world.siteId, name: 'Lena Ledare' });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'given',
    (refusal: { code?: string }) => refusal.code,
  );

describe('an export of a list', () => {
  it('holds what the asker may see, says who took it out and why, and leaves formulas as text', async () => {
    const leader = await aLeader();
    const { id, state, rows } = await request(leader);
    expect([state, rows]).toEqual(['requested', 1]);
    expect(await make(id)).toBe(true);
    expect(await stateOf(leader, id)).toBe('ready');
    const { name, content } = await take(leader, id);
    const lines = content.toString('utf8').split('\r\n');
    expect(name).toBe('Deltagare.csv');
    expect(lines[0]).toContain(`Uttagen av: Lena Ledare`);
    expect(lines[0]).toContain(`Ändamål: ${purpose}`);
    expect(lines[0]).toContain(`Antal rader: 1`);
    expect(lines[1]).toMatch(/^"Efternamn";"Förnamn";/);
    expect(lines[2]).toMatch(/^"'=1\+1";"Anna";/);
    // Whom a colleague protects is not there, and nothing tells of them.
    expect(content.toString('utf8')).not.toMatch(/Hansson|Hemliga/);
    expect(lines).toHaveLength(4);
  });

  it.each(['participants', 'enrolments', 'meetings'] as const)('of %s leaves out who is protected, except for the named', async (resource) => {
    const leader = await aLeader();
    const contentFor = async () => {
      const { id } = await request(leader, resource);
      await make(id);
      return (await take(leader, id)).content.toString('utf8');
    };
    expect(await contentFor()).toContain('Anna');
    expect(await contentFor()).not.toContain('Hansson');
    await db.sql(
      `insert into app.named_staff (organisation_id, participant_id, staff_id, decided_by, decided_on, valid_from, valid_to)
       select organisation_id, id, $2, $3, app.today(), app.today(), app.today() + 30 from app.participant where id = $1`,
      [hidden, leader, world.coach],
    );
    expect(await contentFor()).toContain('Hansson');
    await db.sql('delete from app.named_staff where staff_id = $1', [leader]);
  });

  it('is fetched once, by who asked, within a day', async () => {
    const [leader, other] = [await aLeader(), await aLeader()];
    const { id } = await request(leader);
    expect(await refusalOf(take(leader, id))).toBe('not-found');
    await make(id);
    expect(await refusalOf(take(other, id))).toBe('not-found');
    expect(await refusalOf(take(leader, id))).toBe('given');
    expect(await refusalOf(take(leader, id))).toBe('not-found');
    const { id: late } = await request(leader);
    await make(late);
    await db.sql(`update app.export set ready_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' where id = $1`, [late]);
    expect(await refusalOf(take(leader, late))).toBe('not-found');
    await asJob('sweep-exports', 'spec', () => maker.sweep('spec'));
    expect(await stateOf(leader, late)).toBe('expired');
    expect(await db.sql('select from app.export_content where id = any ($1)', [[id, late]])).toEqual([]);
  });

  it('notes everybody whom it shows, when it is made and when it is fetched, with the purpose without names', async () => {
    const leader = await aLeader();
    const { id } = await request(leader, 'participants', 'xlsx', { status: 'active' });
    await make(id);
    await take(leader, id);
    const events = await db.sql(
      `select action, participants, criteria, access_log.kind_of(action, outcome, criteria) as kind, shown from access_log.event
       where staff_id = $1 and participants <> '{}' order by id`,
      [leader],
    );
    const noted = {
      participants: [anna],
      criteria: ['status', purpose.replace('Annas', '…')],
      kind: 'export',
      shown: ['name', 'enrolment', 'reminders'],
    };
    expect(events).toEqual([
      { action: 'exports.create', ...noted },
      // The spec's requests have no verb of their own.
      { action: 'spec', ...noted, kind: 'change' },
    ]);
  });

  it('is made no more when the right to it has ended meanwhile', async () => {
    for (const end of [
      'update app.role_assignment set valid_to = app.today() - 1, version = version + 1 where staff_id = $1',
      'update app.staff set active = false, version = version + 1 where id = $1',
    ]) {
      const leader = await aLeader();
      const { id } = await request(leader);
      await db.sql(end, [leader]);
      expect(await make(id)).toBe(false);
      expect(await db.sql('select state, denial from app.export where id = $1', [id])).toEqual([{ state: 'denied', denial: 'rights-ended' }]);
      expect(await db.sql(`select from access_log.event where staff_id = $1 and participants <> '{}'`, [leader])).toEqual([]);
    }
  });

  it('holds what may be seen when it is made, not when it was asked for', async () => {
    const leader = await aLeader();
    const { id, rows } = await request(leader);
    const late = await aParticipant(db, { siteId: world.siteId, coachId: world.coach, familyName: 'Senare' });
    await make(id);
    expect(rows).toBe(1);
    expect((await take(leader, id)).content.toString('utf8')).toContain('Senare');
    const again = await request(leader);
    await make(again.id);
    // Protected after the file was made: it is not handed over, and it is gone.
    await protect(db, late.participantId, [world.coach]);
    expect(await refusalOf(take(leader, again.id))).toBe('people-changed');
    expect(await db.sql('select state, denial from app.export where id = $1', [again.id])).toEqual([{ state: 'denied', denial: 'people-changed' }]);
    expect(await db.sql('select from app.export_content where id = $1', [again.id])).toEqual([]);
  });

  it('is one file and one note, however often it is begun', async () => {
    const leader = await aLeader();
    const { id } = await request(leader);
    const made = await Promise.all([make(id), make(id), make(id)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await make(id)).toBe(false);
    expect(await db.sql(`select action from access_log.event where staff_id = $1 and action = 'exports.create'`, [leader])).toHaveLength(1);
  });

  it('is kept encrypted while it waits, and so is what was asked for', async () => {
    const leader = await aLeader();
    const { id } = await request(leader, 'participants', 'csv', { q: 'anna' });
    const kept = async () =>
      (await db.sql<{ asked: Buffer; file: Buffer | null }>('select asked, file from app.export_content where id = $1', [id]))[0];
    expect((await kept())?.asked.toString('latin1')).not.toContain('anna');
    await make(id);
    const { asked, file } = (await kept()) ?? {};
    expect([asked?.length, file?.toString('latin1').includes('Anna')]).toEqual([0, false]);
    expect((await take(leader, id)).content.toString('utf8')).toContain('Anna');
  });

  it('is taken back before it is fetched, and not after', async () => {
    const leader = await aLeader();
    const { id } = await request(leader);
    expect(await asStaff(leader, () => service.withdraw(id))).toMatchObject({ state: 'withdrawn' });
    expect(await make(id)).toBe(false);
    expect(await refusalOf(asStaff(leader, () => service.withdraw(id)))).toBe('not-from-this-status');
  });

  it('is asked for ten times a day, by whoever leads a site', async () => {
    const leader = await aLeader();
    for (let asked = 0; asked < 10; asked++) await request(leader);
    await expect(request(leader)).rejects.toMatchObject({ driverError: { constraint: 'ten_exports_a_day' } });
    await expect(request(world.coach)).rejects.toMatchObject({ driverError: { code: 'SV403' } });
  });

  it('gives a job the statement for the export alone, and nobody else one at all', async () => {
    const [leader, other] = [await aLeader(), await aLeader()];
    const { id } = await request(leader);
    const { id: others } = await request(other);
    const begin = (export_: string) =>
      asJob('make-export', 'spec', () =>
        worker.read<{ statement: string }>({ text: 'select * from access.start_export($1, $2)', values: [export_, 'spec'] }),
      );
    const worker = await db.work('worker');
    const [begun] = await begin(id);
    await begin(others);
    const handOver = (export_: string) =>
      api.transaction(async (manager) => {
        await manager.query(`select set_config('stegvis.asker', $1, true)`, [begun?.statement]);
        await manager.query(`select access.hand_over_export($1, 1, '', '{}', '{}', 0)`, [export_]);
      });
    await expect(asStaff(leader, () => handOver(others))).rejects.toMatchObject({ driverError: { code: 'SV403' } });
    await expect(asStaff(leader, () => handOver(id))).resolves.toBeUndefined();
    await expect(asStaff(leader, () => api.read({ text: 'select * from access.start_export($1, $2)', values: [id, 'spec'] }))).rejects.toThrow(
      'permission denied',
    );
  });

  it('is denied, and leaves no file, when the list has grown past ten thousand rows before it is made', async () => {
    const leader = await aLeader();
    const { id } = await request(leader, 'meetings');
    await db.sql(
      `insert into app.meeting (organisation_id, project_id, site_id, coach_id, starts_at, minutes, kind, channel, status)
       select organisation_id, project_id, id, $2, now() + n * interval '1 minute', 30, 'individual', 'office', 'planned'
       from app.site, generate_series(1, 10001) as n where id = $1`,
      [world.siteId, world.coach],
    );
    expect(await make(id)).toBe(false);
    expect(await db.sql('select state, denial from app.export where id = $1', [id])).toEqual([{ state: 'denied', denial: 'too-many-rows' }]);
    expect(await db.sql('select from app.export_content where id = $1', [id])).toEqual([]);
    expect(await db.sql(`select from access_log.event where staff_id = $1 and participants <> '{}'`, [leader])).toEqual([]);
  });
});
