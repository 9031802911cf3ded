import type { DataSource, EntityManager } from 'typeorm';
import { request, statementOf } from './asker.js';

/** A statement that is known up front. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
}

/**
 * The one place that talks to the database. Every transaction begins by stating who asks, as a bound parameter that
 * lasts as long as the transaction; outside a unit of work the fence lets no statement through.
 */
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /** For verbs that decide on what they read. A transaction that is under way is joined. */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const current = request.getStore();
    if (!current?.asker) throw new Error('Nobody is stated: a statement needs a request or a job around it');
    if (current.runner) return work(current.runner.manager);
    const runner = this.source.createQueryRunner();
    try {
      return await request.run({ ...current, runner }, async () => {
        await runner.startTransaction();
        try {
          await runner.query(`select set_config('stegvis.asker', $1, true)`, [statementOf(current.asker as NonNullable<typeof current.asker>)]);
          const answer = await work(runner.manager);
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
  read<Row>(statement: Statement): Promise<Row[]> {
    return this.transaction((manager) => manager.query(statement.text, [...(statement.values ?? [])]));
  }
}
