import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import { type Figure, workedOut } from '@stegvis/domain/report-runs/testing';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { demoDatabase } from './testing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await demoDatabase();
});
afterAll(() => database?.drop());

describe('what the demo world has given its funders', () => {
  it('lets nobody work out a figure from 1 to 4', async () => {
    const sent = await database.sql<{ id: string; project: string; from: string; rows: PublishedRow[]; cells: Figure[] }>(
      `select s.id, p.name as project, s.period_start::text as from, s.published as rows,
              (select jsonb_agg(jsonb_build_object('section', c.section, 'row', c.row_name, 'column', c.column_name, 'value', c.value)) from app.report_cell c where c.run_id = s.run_id) as cells
       from app.submission s join app.project p on p.id = s.project_id order by s.period_start`,
    );
    expect(sent.length).toBeGreaterThan(5);
    const small = sent.flatMap(({ cells }) => cells.filter(({ value }) => value >= 1 && value <= 4));
    expect(small.length).toBeGreaterThan(20);
    for (const { project, from, cells, rows } of sent)
      expect({ project, from, workedOut: await workedOut(cells, rows) }).toEqual({ project, from, workedOut: [] });
    const shown = sent.flatMap(({ rows }) => rows.flatMap((row) => [row.woman, row.man, row.nonBinary, row.total]));
    console.log(
      `${sent.length} submissions: of ${shown.length} figures ${small.length} are from 1 to 4, and ${shown.filter((text) => text === null).length} are not shown`,
    );
  });
});
