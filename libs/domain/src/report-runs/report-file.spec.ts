import { describe, expect, it } from '@jest/globals';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import type { ReportRunPage } from '@stegvis/contracts/report-runs/report-run';
import { columnTexts, rowText, sectionTexts } from '@stegvis/contracts/report-runs/texts';
import { languages } from '@stegvis/contracts/staff/codes';
import { fileOfRun, fileOfSubmission } from './report-file.js';
import { placesOfReport } from './report-places.js';
import { hideSmallGroups } from './small-groups.js';

const run = {
  projectName: '=SMÖT',
  periodStart: '2026-03-01',
  periodEnd: '2026-03-31',
  ruleVersion: 1,
  comment: null,
  builtAt: '2026-03-31T22:30:00.000Z',
  submittedAt: null,
  submittedByName: null,
  cells: placesOfReport().flatMap(({ section, row }, at) =>
    reportColumns.map((column) => ({
      id: '',
      section,
      row,
      column,
      value: column === 'total' ? 10 + at : column === 'woman' ? 8 + at : column === 'man' ? 2 : 0,
    })),
  ),
} as unknown as ReportRunPage;
const submission = {
  ...run,
  id: '',
  projectId: '',
  comment: null,
  submittedAt: '2026-04-05T12:00:00.000Z',
  submittedByName: 'Petra',
  replaced: false,
  rows: hideSmallGroups(run.cells),
};
const lines = (content: Buffer) => content.toString('utf8').split('\r\n');

describe('the files of a report', () => {
  it('show the leader exact figures, in the language that was asked for', async () => {
    const swedish = lines((await fileOfRun(run, 'csv', 'sv')).content);
    expect(swedish[0]).toContain('"Kvinnor";"Män";"Icke-binära";"Totalt"');
    expect(swedish[1]).toBe(`"'=SMÖT";"2026-03-01";"2026-03-31";"Deltagare";"Började under perioden";"8";"2";"0";"10"`);
    const english = lines((await fileOfRun(run, 'csv', 'en')).content);
    expect(english[1]).toBe(`"'=SMÖT";"2026-03-01";"2026-03-31";"Participants";"Entered during the period";"8";"2";"0";"10"`);
    expect(english).toHaveLength(placesOfReport().length + 2);
  });

  it('show the funder what was published, and not the figures behind it', async () => {
    const published = lines((await fileOfSubmission(submission, 'csv', 'sv')).content);
    expect(published[1]).toBe(`"'=SMÖT";"2026-03-01";"2026-03-31";"Deltagare";"Började under perioden";"visas ej";"visas ej";"visas ej";"10"`);
    expect(published.join()).not.toContain('"2";');
  });

  it('have a text for every section, row and column in every language', () => {
    for (const language of languages) {
      for (const { section, row } of placesOfReport()) {
        expect(sectionTexts[section][language]).toBeTruthy();
        expect(rowText(section, row)[language]).not.toBe(row);
      }
      for (const column of reportColumns) expect(columnTexts[column][language]).toBeTruthy();
    }
  });
});
