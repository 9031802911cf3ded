import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sourceOptions } from '@stegvis/platform/postgres';
import { DataSource, type QueryRunner } from 'typeorm';
import { stating } from './sight.js';
import { type FencedWorld, fencedWorld, statement } from './testing.js';

const longAgo = '2021-03-04 05:06:07+00';

/** A change that each role may make, of a row that it gives back. */
const changes = {
  api: `update app.enrolment set referred_by = 'Någon', version = version + 1 where id = (select min(id::text)::uuid from app.enrolment where status = 'active') returning id`,
  worker: `update app.reminder set staff_id = null, version = version + 1 where id = (select min(id::text)::uuid from app.reminder where staff_id is not null) returning id`,
  report: `insert into app.report_run (project_id, period_start, period_end, rule_version) select id, '2021-01-01', '2021-01-31', 1 from app.project limit 1 returning id`,
} as const;
type Role = keyof typeof changes;
const roles = Object.keys(changes) as Role[];

describe('when something was recorded, and by whom', () => {
  let world: FencedWorld;
  let funder: string;
  const sources = {} as Record<Role, DataSource>;
  const asks = async (role: Role) => (role === 'api' ? statement(await world.demo('coach')) : statement('', { kind: 'job' }));

  beforeAll(async () => {
    world = await fencedWorld();
    funder = await world.demo('funder');
    for (const role of roles)
      sources[role] = await new DataSource(
        sourceOptions({ url: world.database.url(role), poolSize: 1, applicationName: 'spec-recorded' }),
      ).initialize();
  }, 120_000);
  afterAll(async () => {
    for (const source of Object.values(sources)) await source.destroy();
    await world?.drop();
  });

  /** What history says of the change of a role that tells when and who in the setting. */
  async function recordedBy(source: DataSource, role: Role, asked: string | undefined, moment = longAgo) {
    const runner = source.createQueryRunner();
    let id: string;
    await runner.startTransaction();
    try {
      if (asked !== undefined) await runner.query(`select set_config('stegvis.asker', $1, true)`, [asked]);
      await tell(runner, moment);
      const changed = await runner.query(changes[role]);
      ({ id } = Array.isArray(changed[0]) ? changed[0][0] : changed[0]);
      await runner.commitTransaction();
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
    return lastOf(id);
  }

  const lastOf = async (id: string) =>
    (
      await world.owner.query(
        `select asker_kind as kind, asker_id as asker, now() - recorded_at < interval '1 minute' as now, recorded_at as at from history.row_version where row_id = $1 order by id desc limit 1`,
        [id],
      )
    )[0];

  const tell = (runner: QueryRunner, moment: string) =>
    runner.query(`select set_config('stegvis.recorded', $1, true)`, [
      JSON.stringify({ '*': { at: moment, staff: funder, job: null, request: 'told' } }),
    ]);

  it.each(roles)('is not for the role %s to say', async (role) => {
    const asked = await asks(role);
    const last = await recordedBy(sources[role], role, asked);
    expect(last).toMatchObject({ now: true, kind: role === 'api' ? 'staff' : 'job', asker: role === 'api' ? await world.demo('coach') : null });
  });

  it.each(roles)('is not for the role %s to say by way of becoming the owner', async (role) => {
    const [{ name }] = await world.owner.query('select current_user as name');
    for (const become of [`set role ${name}`, `set session authorization ${name}`])
      await expect(stating(sources[role], undefined, (runner) => runner.query(become))).rejects.toThrow('permission denied');
  });

  it.each(roles)('is for the owner to say, of what the role %s does otherwise', async (role) => {
    const last = await recordedBy(world.owner, role, undefined);
    expect(last).toMatchObject({ kind: 'staff', asker: funder, at: new Date(longAgo).toISOString() });
  });

  it('is now, and nobody, when the owner says nothing', async () => {
    const [{ id }] = (await world.owner.query(changes.api))[0];
    expect(await lastOf(id)).toMatchObject({ kind: 'owner', asker: null, now: true });
  });

  it('is never in time to come', async () => {
    await expect(recordedBy(world.owner, 'api', undefined, new Date(Date.now() + 3_600_000).toISOString())).rejects.toThrow('yet to come');
  });

  it('is said of each row by its id before it is said of all', async () => {
    const rows = await world.owner.query(`select id from app.enrolment where status = 'active' order by id limit 2`);
    const [one, other] = rows.map(({ id }: { id: string }) => id);
    const told = (at: string, job: string) => ({ at, staff: null, job, request: 'told' });
    await world.owner.transaction(async (manager) => {
      await manager.query(`select set_config('stegvis.recorded', $1, true)`, [
        JSON.stringify({ [one]: told('2021-01-02 00:00:00+00', 'first'), '*': told('2021-02-03 00:00:00+00', 'others') }),
      ]);
      await manager.query(`update app.enrolment set referred_by = 'Två', version = version + 1 where id in ($1, $2)`, [one, other]);
    });
    const last = async (id: string) =>
      (
        await world.owner.query('select job_name as job, recorded_at as at from history.row_version where row_id = $1 order by id desc limit 1', [id])
      )[0];
    expect(await last(one)).toEqual({ job: 'first', at: '2021-01-02T00:00:00.000Z' });
    expect(await last(other)).toEqual({ job: 'others', at: '2021-02-03T00:00:00.000Z' });
  });
});
