import { randomUUID } from 'node:crypto';
import { FollowUpSweep } from '@stegvis/domain/reminders';
import { asJob, sourceOptions, UnitOfWork } from '@stegvis/platform/postgres';
import { DataSource } from 'typeorm';
import { CannotBeDone } from '../commands/command.js';
import { writeCases } from './cases.js';
import { writeMeetings } from './meetings.js';
import { drawPeople } from './people.js';
import { makeCoaches, makePlaces } from './places.js';
import { batchesOf, type People, type Shape, scaleProject, usualShape } from './shape.js';

export interface ScaleLoad {
  /** The database as its owner. */
  url: string;
  participants: number;
  /** The same seed gives the same people and meetings on the same day. */
  seed?: string | undefined;
  /** Adds more people where there are some already. */
  again?: boolean | undefined;
  /** Batches that are written side by side. */
  lanes?: number | undefined;
  shape?: Shape | undefined;
  /** Hears how it goes on, in sentences. */
  say?: (sentence: string) => void;
}

/** An arbitrary number that names this lock: two loaders at once would take the same numbers. */
const loaderLock = 7_834_653;
const jobName = 'scale world';
/** Enrolments in one transaction of the sweep. */
const sweepBatch = 2_000;

/**
 * Adds people with two years of casework, in a project of their own. Each batch is a transaction: what is killed leaves whole
 * batches, and `again` goes on after them. Under the owner's role and with history on; it never empties anything.
 */
export async function loadScale(load: ScaleLoad): Promise<{ participants: number; meetings: number }> {
  const { lanes = 2, shape = usualShape, say = () => {} } = load;
  const options = sourceOptions({ url: load.url, poolSize: lanes + 1, applicationName: 'stegvis-scale', statementTimeout: 0 });
  const source = await new DataSource(options).initialize();
  const turn = source.createQueryRunner();
  try {
    const [{ mine }] = await turn.query('select pg_try_advisory_lock($1) as mine', [loaderLock]);
    if (!mine) throw new CannotBeDone('Another scale load is at work on this database.');
    const people = await nextPeople(source, load, shape);
    const seed = (await source.query('select hashtextextended($1, 0)::text as seed', [load.seed ?? 'stegvis']))[0].seed;
    const work = new UnitOfWork(source);
    const asLoader = <T>(run: () => Promise<T>) => asJob(jobName, randomUUID(), run);
    await asLoader(() => work.transaction((manager) => makePlaces(manager, seed, shape, people)));
    await writeBatches(work, { seed, shape, people, lanes, say });
    await timed('The follow-ups that are due today', say, () => asLoader(() => new FollowUpSweep(work).run(sweepBatch)));
    await timed('Statistics', say, () => source.query('vacuum (analyze)'));
    const participants = people.to - people.from;
    await work.close();
    return { participants, meetings: participants * shape.meetingsOfPerson };
  } finally {
    await turn.release();
    await source.destroy();
  }
}

/** The numbers of the people to be added, after those who are there. Numbers begin anew with each coach. */
async function nextPeople(source: DataSource, { participants, again }: ScaleLoad, shape: Shape): Promise<People> {
  const [{ coach, people }] = await source.query(
    `select (select max(substring(email from '^coach-([0-9]+)@skala.example$')::integer) from app.staff where email like 'coach-%@skala.example') as coach,
            (select count(*) from app.enrolment e join app.project p on p.id = e.project_id where p.registration_number = $1) as people`,
    [scaleProject.registrationNumber],
  );
  if (coach !== null && !again)
    throw new CannotBeDone(`${scaleProject.name} is there already, with ${people} participants. Say --again to add ${participants} more.`);
  const from = coach === null ? 0 : (coach + 1) * shape.peopleOfCoach;
  return { from, to: from + participants };
}

interface Batches {
  seed: string;
  shape: Shape;
  people: People;
  lanes: number;
  say: (sentence: string) => void;
}

/** Writes the batches, so many at a time; the first fault ends all of it after the batches that are under way. */
async function writeBatches(work: UnitOfWork, { seed, shape, people, lanes, say }: Batches): Promise<void> {
  const waiting = batchesOf(people, shape);
  const since = performance.now();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      await asJob(jobName, randomUUID(), () => writeBatch(work, seed, shape, batch as People)).catch((fault: unknown) => {
        waiting.length = 0;
        throw fault;
      });
      done += batch.to - batch.from;
      const passed = (performance.now() - since) / 1000;
      say(`${done} of ${people.to - people.from} participants, ${Math.round(passed)} s (${Math.round(done / passed)} a second)`);
    }
  };
  const lanesAtWork = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of lanesAtWork) if (one.status === 'rejected') throw one.reason;
}

function writeBatch(work: UnitOfWork, seed: string, shape: Shape, people: People): Promise<void> {
  return work.transaction(async (manager) => {
    // Many rows in one statement: what suits a request does not suit this.
    await manager.query(`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('synchronous_commit', 'off', true)`);
    await makeCoaches(manager, seed, shape, people);
    await drawPeople(manager, seed, shape, people);
    await writeCases(manager, seed, shape);
    await writeMeetings(manager, seed, shape, people);
  });
}

async function timed(what: string, say: (sentence: string) => void, run: () => Promise<unknown>): Promise<void> {
  const since = performance.now();
  await run();
  say(`${what}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
}
