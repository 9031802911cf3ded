import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { type Request, request } from './asker.js';
import { clientConfig, poolFor } from './data-source.js';
import { databaseFault } from './database-refusal.js';
import { entrance, sessionHasChanged } from './entrance.js';
import { deedNote, haveNoted, withNotes } from './noting.js';
import { statementsOf } from './read-door/known-statements.js';
import { ReadDoor } from './read-door/read-door.js';
import type { Statement } from './statement.js';
import { begin as beginning, commit, rollback, type Steps } from './steps.js';

/**
 * The one place that talks to the database, with two doors. Both begin by stating who asks, as a bound parameter that lasts
 * as long as the transaction; outside a unit of work the fence lets no statement through.
 */
export class UnitOfWork {
  private door: ReadDoor | undefined;
  private pool: pg.Pool | undefined;

  constructor(private readonly source: DataSource) {}

  /** For verbs that decide on what they read: a connection of its own. A transaction that is under way is joined. */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = stated();
    if (current.runner) return work(current.runner.manager);
    const runner = this.source.createQueryRunner();
    try {
      // The entrance is set on the request itself: what is found out about its session holds for the rest of it.
      return await request.run({ ...current, runner, noted: new Set() }, async () => {
        try {
          await begin(runner, current);
          const answer = await work(runner.manager);
          if (current.noting?.deed) await this.atOnce(deedNote(current.noting));
          await runner.commitTransaction();
          return answer;
        } catch (fault) {
          if (runner.isTransactionActive) await runner.rollbackTransaction();
          throw fault;
        }
      });
    } finally {
      await runner.release();
    }
  }

  /** For reads whose statement is known up front. */
  async read<Row>(statement: Statement): Promise<Row[]> {
    const [rows = []] = await this.atOnce(statement);
    return rows as Row[];
  }

  /**
   * For statements that are all known up front, sent in one go and run as one transaction on connections that requests
   * share: gives the rows of each. A transaction that is under way is joined.
   */
  async atOnce(...statements: Statement[]): Promise<object[][]> {
    const current = stated();
    const { runner } = current;
    if (runner) {
      const rows: object[][] = [];
      for (const { text, values = [] } of withNotes(current, statements)) rows.push(await runner.query(text, [...values]));
      haveNoted(current, statements);
      return rows;
    }
    this.door ??= new ReadDoor(clientConfig(this.source));
    const { door } = this;
    const enter = async () => {
      const [, ...rows] = await door.run([entrance(current), ...withNotes(current, statements)]);
      return rows;
    };
    const rows = await enter().catch(async (fault: unknown) => {
      await renew(current, fault);
      return enter();
    });
    if (current.session) current.session.confirmed = true;
    haveNoted(current, statements);
    return rows;
  }

  /**
   * For verbs that decide on what they read, and know all that they read and write: two exchanges on a connection of its own,
   * where `transaction` takes one for each statement. A transaction that is under way is joined.
   */
  async inTwoSteps<T>({ look, decide }: Steps<T>): Promise<T> {
    const current = stated();
    if (current.runner) return this.stepByStep({ look, decide });
    this.pool ??= poolFor(this.source);
    const client = await this.pool.connect();
    const statements = statementsOf(client);
    let lost: Error | undefined;
    try {
      const enter = async () => (await statements.run([beginning, entrance(current), ...withNotes(current, look)])).slice(2);
      const seen = await enter().catch(async (fault: unknown) => {
        await statements.run([rollback]);
        await renew(current, fault);
        return enter();
      });
      if (current.session) current.session.confirmed = true;
      const { statements: deed, answer } = decide(seen);
      const rows = await statements.run([...withNotes(current, deed), commit]);
      haveNoted(current, deed);
      return answer(rows.slice(0, -1));
    } catch (fault) {
      await statements.run([rollback]).catch((broken: Error) => {
        lost = broken;
      });
      throw fault;
    } finally {
      client.release(lost);
    }
  }

  private async stepByStep<T>({ look, decide }: Steps<T>): Promise<T> {
    const { statements, answer } = decide(await this.atOnce(...look));
    return answer(await this.atOnce(...statements));
  }

  /** Open connections of the read door, for the metrics. */
  get counts(): ReadDoor['counts'] {
    return this.door?.counts ?? { open: 0, used: 0, waiting: 0 };
  }

  /** Closes its own connections when all is answered; the data source is closed by whoever opened it. */
  async close(): Promise<void> {
    const { door, pool } = this;
    this.door = undefined;
    this.pool = undefined;
    await Promise.all([door?.end(), pool?.end()]);
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

function stated(): Request {
  const current = request.getStore();
  if (!current?.asker) throw new Error('Nobody is stated: a statement needs a request or a job around it');
  return current;
}

async function begin(runner: QueryRunner, current: Request): Promise<void> {
  const enter = async () => {
    await runner.startTransaction();
    const { text, values } = entrance(current);
    await runner.query(text, [...(values ?? [])]);
  };
  await enter().catch(async (fault: unknown) => {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await renew(current, fault);
    await enter();
  });
  if (current.session) current.session.confirmed = true;
}

/** Looks again who asks when the database said that the session is not what it was; throws whatever else was wrong. */
async function renew(current: Request, fault: unknown): Promise<void> {
  if (!current.session || databaseFault(fault)?.code !== sessionHasChanged) throw fault;
  await current.session.renew();
}
