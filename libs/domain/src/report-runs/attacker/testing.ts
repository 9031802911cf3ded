import { ageBands, stages } from '@stegvis/contracts/enrolments/codes';
import { reportColumns } from '@stegvis/contracts/report-runs/codes';
import type { ReportCell } from '@stegvis/contracts/report-runs/report-run';
import type { PublishedRow } from '@stegvis/contracts/submissions/submission';
import loadHighs, { type Highs } from 'highs';
import { placesOfReport } from '../report-places.js';

/*
 * An attacker who has read a published report, knows how it counts (README, "How the report counts"), and has a solver of
 * integer programs. What the attacker knows is written here anew, by names, and shares nothing with the code that protects.
 */

const genders = ['woman', 'man', 'non-binary'] as const;
const results = ['employed', 'in-education', 'job-seeking', 'qualification', 'facts-missing'];
export type Figure = Pick<ReportCell, 'section' | 'row' | 'column' | 'value'>;

/** One figure as the attacker reads it. */
interface Read {
  name: string;
  /** What it is, which the attacker does not know. */
  truth: number;
  published: string | null;
}

const nameOf = (section: string, row: string, column: string) => `${section}_${row}_${column}`.replaceAll('-', '_');

function readAll(cells: readonly Figure[], rows: readonly PublishedRow[]): Map<string, Read> {
  const shown = new Map(rows.map((row) => [`${row.section}/${row.row}`, row]));
  return new Map(
    cells.map(({ section, row, column, value }) => {
      const published = (shown.get(`${section}/${row}`) as PublishedRow)[column === 'non-binary' ? 'nonBinary' : column];
      const name = nameOf(section, row, column);
      return [name, { name, truth: value, published }];
    }),
  );
}

/** All that the attacker knows beside the figures: sums, and what cannot be more than something else. Lines of an integer program. */
function knownOfEveryReport(): string[] {
  const lines: string[] = [];
  for (const { section, row } of placesOfReport())
    lines.push(`${genders.map((gender) => nameOf(section, row, gender)).join(' + ')} - ${nameOf(section, row, 'total')} = 0`);
  for (const row of ['entered', 'active', 'left'])
    for (const column of reportColumns)
      lines.push(`${ageBands.map((age) => nameOf(`${row}-by-age`, age, column)).join(' + ')} - ${nameOf('participants', row, column)} = 0`);
  for (const column of reportColumns) {
    const all = nameOf('participants', 'active', column);
    const gone = nameOf('participants', 'left', column);
    const none = nameOf('active-by-stage', 'none', column);
    const staged = stages.map((stage) => nameOf('active-by-stage', stage, column));
    for (const row of ['entered', 'left']) {
      lines.push(`${nameOf('participants', row, column)} - ${all} <= 0`);
      for (const age of ageBands) lines.push(`${nameOf(`${row}-by-age`, age, column)} - ${nameOf('active-by-age', age, column)} <= 0`);
    }
    for (const stage of staged) lines.push(`${none} + ${stage} - ${all} <= 0`);
    lines.push(`${all} - ${gone} - ${none} - ${staged.join(' - ')} <= 0`);
    for (const result of results) lines.push(`${nameOf('results-at-exit', result, column)} - ${gone} <= 0`);
  }
  return lines;
}
/** The package's types are those of its CommonJS build. */
const load = loadHighs as unknown as (typeof loadHighs)['default'];
let highs: Highs | undefined;
const relations = knownOfEveryReport().map((line, n) => ` r${n}: ${line}`);

/** A table that would be published in the same way; the one with the greatest `objective`. With `care` it is slow and sure. */
function anotherTable(read: Map<string, Read>, objective: string, care: 'quick' | 'sure' = 'quick'): Map<string, number> | undefined {
  const all = [...read.values()];
  const bounds = all.map(({ name, published }) => {
    if (published === null) return ` 0 <= ${name} <= 100000`;
    return published === '<5' ? ` 1 <= ${name} <= 4` : ` ${name} = ${published}`;
  });
  const program = [
    'Maximize',
    ` obj: ${objective}`,
    'Subject To',
    ...relations,
    'Bounds',
    ...bounds,
    'General',
    ` ${all.map(({ name }) => name).join(' ')}`,
    'End',
  ];
  const { Status, Columns } = (highs as Highs).solve(program.join('\n'), {
    output_flag: false,
    time_limit: 20,
    // What the solver takes out before it begins has cost it the best table at times (TEST_SEED=320193066): a lesser one came back.
    presolve: care === 'sure' ? 'off' : 'choose',
  });
  if (Status === 'Infeasible') return undefined;
  // A solver that gave up has found nothing out.
  if (Status !== 'Optimal') throw new Error(`The attacker's solver ended with ${Status}`);
  return new Map(all.map(({ name }) => [name, Math.round((Columns[name] as { Primal: number }).Primal)]));
}

/**
 * The hidden figures from 1 to 4 that can be nothing else, as sentences: none, if people are protected. Throws when the
 * figures break what the attacker knows of every report, or the solver gives up.
 */
export async function workedOut(cells: readonly Figure[], rows: readonly PublishedRow[]): Promise<string[]> {
  highs ??= await load();
  const read = readAll(cells, rows);
  let certain = [...read.values()].filter(({ truth, published }) => truth >= 1 && truth <= 4 && (published === null || published === '<5'));
  const differIn = (table: Map<string, number> | undefined) => {
    certain = certain.filter(({ name, truth }) => table?.get(name) === truth);
  };
  // Tables in every direction at once settle most figures; what they leave is looked at one by one.
  for (let tries = 0; tries < 3 && certain.length > 0; tries++)
    differIn(anotherTable(read, certain.map(({ name }, n) => `${(n + tries) % 2 === 0 ? '+' : '-'} ${name}`).join(' ')));
  return certain
    .filter(({ name, truth }) => {
      const between = (care: 'quick' | 'sure') => [`- ${name}`, name].map((objective) => anotherTable(read, objective, care)?.get(name));
      const [one, other] = between('quick');
      if (one !== undefined && other !== undefined && one !== other) return false;
      const [least, most] = between('sure');
      if (least === undefined || most === undefined || least > truth || most < truth)
        throw new Error(`The attacker's program does not hold for ${name}`);
      return least === most;
    })
    .map(({ name, truth }) => `${name} is ${truth}`);
}
