import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import pg from 'pg';
import { demoDatabase } from '../demo-api.js';

let database: TestDatabase;
let report: pg.Client;
beforeAll(async () => {
  database = await demoDatabase();
  report = new pg.Client({ connectionString: database.url('report'), options: '-c timezone=UTC' });
  await report.connect();
}, 180_000);
afterAll(async () => {
  await report?.end();
  await database?.drop();
});

/** What the report builder reads: dates, codes and places, of the enrolments that a figure counts. It reads no person, no note and no meeting. */
const open = ['enrolment', 'stage_period', 'report_schedule', 'report_run', 'report_cell', 'report_subject', 'report_member'].map(
  (table) => `app.${table}`,
);
const shared = ['organisation', 'project', 'project_partner', 'site', 'target'].map((table) => `app.${table}`);

const relations = async () =>
  (
    await database.sql<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 1`,
    )
  ).map(({ name }) => name);

describe('abuse case 19: round the fence by the way of the reports', () => {
  it('the report builder is refused every relation but those that a figure is counted from', async () => {
    const all = await relations();
    expect(all.length).toBeGreaterThan(30);
    const reached: string[] = [];
    for (const relation of all) {
      const fault = await report.query(`select * from ${relation} limit 1`).then(
        () => undefined,
        (caught: { code: string }) => caught.code,
      );
      if (fault === undefined) reached.push(relation);
      else expect([relation, fault]).toEqual([relation, '42501']);
    }
    expect(reached).toEqual([...open, ...shared].sort());
  });

  it('and gets no row of them either, unless a job is stated and signed', async () => {
    for (const relation of [...open, ...shared]) {
      const { rows } = await report.query(`select * from ${relation} limit 1`);
      expect([relation, rows]).toEqual([relation, []]);
    }
    await report.query(`set stegvis.asker = 'job||spec|9999999999|spec|'`);
    for (const relation of open) {
      const { rows } = await report.query(`select * from ${relation} limit 1`).catch((fault: { code: string }) => {
        if (fault.code !== '22P02' && fault.code !== '42501') throw fault;
        return { rows: [] };
      });
      expect([relation, rows]).toEqual([relation, []]);
    }
    await report.query('reset stegvis.asker');
  });

  it('no view goes round the policies, and nothing personal is materialised', async () => {
    expect(
      await database.sql(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname not in ('pg_catalog', 'information_schema') and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))
           and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
      ),
    ).toEqual([]);
  });

  it('it changes nothing but the reports', async () => {
    for (const relation of await relations()) {
      if (['app.report_run', 'app.report_cell', 'app.report_subject', 'app.report_member'].includes(relation)) continue;
      await expect(report.query(`insert into ${relation} default values`)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|428C9)$/) });
      await expect(report.query(`delete from ${relation}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
