import type pg from 'pg';
import type { Statement } from '../statement.js';
import { type Bound, Forgetting, Preparation, Run } from './exchange.js';
import { bound, type Prepared, rowsOf } from './prepared.js';

/** So many statements stay prepared on one connection; each keeps its plan in the server's memory. */
const mostPrepared = 200;

/** The statements that one connection has prepared, and the runs of them. */
export class KnownStatements {
  private readonly prepared = new Map<string, Prepared>();
  private readonly preparing = new Map<string, Promise<void>>();
  private names = 0;

  constructor(private readonly client: pg.ClientBase) {}

  /** Sends statements in one go and gives the rows of each. Rejects with PostgreSQL's error. */
  async run(statements: readonly Statement[]): Promise<object[][]> {
    // Nothing may come between the look at what is prepared and the sending: what is missing is prepared, and looked at again.
    for (;;) {
      const parts = statements.flatMap((statement) => this.bind(statement) ?? []);
      if (parts.length === statements.length) return this.client.query(new Run(parts)).answer;
      // One after the other: a connection that is lent out does not take a second query before it has answered the first.
      for (const { text } of statements) await this.prepare(text);
    }
  }

  private bind({ text, values = [] }: Statement): Bound | undefined {
    const statement = this.prepared.get(text);
    return statement && { statement, values: values.map(bound) };
  }

  private prepare(text: string): Promise<void> {
    const under = this.prepared.has(text) ? Promise.resolve() : this.preparing.get(text);
    if (under) return under;
    const name = `s${this.names++}`;
    const done = this.client
      .query(new Preparation(name, text))
      .answer.then((fields) => {
        this.prepared.set(text, { name, row: rowsOf(fields) });
        return this.forgetOldest();
      })
      .finally(() => this.preparing.delete(text));
    this.preparing.set(text, done);
    return done;
  }

  /** What a connection knows does not grow without end: lists can be asked in many ways. */
  private async forgetOldest(): Promise<void> {
    if (this.prepared.size <= mostPrepared) return;
    const oldest = [...this.prepared].slice(0, mostPrepared / 4);
    for (const [text] of oldest) this.prepared.delete(text);
    await this.client.query(new Forgetting(oldest.map(([, { name }]) => name))).answer;
  }
}

const known = new WeakMap<pg.ClientBase, KnownStatements>();

/** The statements of a connection that is lent out by turns. */
export function statementsOf(client: pg.ClientBase): KnownStatements {
  const found = known.get(client) ?? new KnownStatements(client);
  known.set(client, found);
  return found;
}
