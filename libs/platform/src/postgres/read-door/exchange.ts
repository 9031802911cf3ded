import pg from 'pg';
import type { FieldDescription, Prepared } from './prepared.js';

/** A prepared statement with the values for one run of it, as they are sent: nothing can fail any more once sending has begun. */
export interface Bound {
  statement: Prepared;
  values: (string | Buffer | null)[];
}

/**
 * What one connection is told in one go, ended by a single Sync: PostgreSQL runs all of it as one transaction of its own, so
 * that what the first statement sets for the transaction holds for the others and for nobody else. An error undoes all of it.
 *
 * It is a query of pg's as far as the client is concerned, which sends it and hands on the answer; pg's own query speaks of
 * one statement only. Messages: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
abstract class Exchange<Answer> extends pg.Query {
  readonly answer: Promise<Answer>;
  private settle!: { resolve: (answer: Answer) => void; reject: (fault: unknown) => void };
  private fault: unknown;

  constructor() {
    super('');
    this.answer = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  protected abstract send(connection: pg.Connection): void;
  protected abstract received(): Answer;

  override submit = (connection: pg.Connection): void => {
    sendTogether(connection.stream);
    this.send(connection);
    connection.sync();
  };

  handleError(fault: unknown): void {
    this.fault = fault;
    this.settle.reject(fault);
  }

  /** PostgreSQL has committed: before this nothing of the answer is given out. */
  handleReadyForQuery(): void {
    if (this.fault === undefined) this.settle.resolve(this.received());
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleDataRow(_message: { fields: (string | null)[] }): void {}
  handleRowDescription(_message: { fields: FieldDescription[] }): void {}
}

/** Streams whose messages are being gathered. */
const gathering = new WeakSet<object>();

/**
 * Holds back what is written until the event loop has gone round: the messages of an exchange, and those of other requests that
 * came in at the same time, leave in one system call.
 */
function sendTogether(stream: pg.Connection['stream']): void {
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  setImmediate(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

/** Runs prepared statements one after the other and gives the rows of each. */
export class Run extends Exchange<object[][]> {
  private readonly results: object[][];
  private place = 0;

  constructor(private readonly parts: readonly Bound[]) {
    super();
    this.results = parts.map(() => []);
  }

  protected send(connection: pg.Connection): void {
    for (const { statement, values } of this.parts) {
      connection.bind({ statement: statement.name, values }, true);
      connection.execute(null, true);
    }
  }

  protected received(): object[][] {
    return this.results;
  }

  override handleDataRow({ fields }: { fields: (string | null)[] }): void {
    (this.results[this.place] as object[]).push((this.parts[this.place] as Bound).statement.row(fields));
  }

  override handleCommandComplete(): void {
    this.place++;
  }
}

/** Prepares a statement under a name, and learns the fields of its rows. */
export class Preparation extends Exchange<FieldDescription[]> {
  private fields: FieldDescription[] = [];

  constructor(
    private readonly as: string,
    private readonly statement: string,
  ) {
    super();
  }

  protected send(connection: pg.Connection): void {
    connection.parse({ name: this.as, text: this.statement, types: [] }, true);
    connection.describe({ type: 'S', name: this.as }, true);
  }

  protected received(): FieldDescription[] {
    return this.fields;
  }

  override handleRowDescription({ fields }: { fields: FieldDescription[] }): void {
    this.fields = fields;
  }
}

/** Forgets prepared statements. */
export class Forgetting extends Exchange<void> {
  constructor(private readonly names: readonly string[]) {
    super();
  }

  protected send(connection: pg.Connection): void {
    for (const name of this.names) connection.close({ type: 'S', name }, true);
  }

  protected received(): void {}
}
