import pg from 'pg';
import type { Statement } from '../statement.js';
import { type KnownStatements, statementsOf } from './known-statements.js';

/** PostgreSQL's ways of saying that what was prepared is no longer so: after a migration, the columns of a table may be others. */
const outdated = new Set(['0A000', '26000']);

/**
 * One connection that many requests share: each exchange is written at once, behind those that are under way, and answered
 * in order. Opened when first used, and anew when it was lost.
 */
export class Line {
  /** Exchanges that are not answered yet. */
  busy = 0;
  private client: Promise<pg.Client> | undefined;

  constructor(private readonly config: pg.ClientConfig) {}

  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** Runs statements in one transaction of their own and gives the rows of each. Rejects with PostgreSQL's error; nothing of them has happened then. */
  async run(statements: readonly Statement[]): Promise<object[][]> {
    this.busy++;
    try {
      const known = await this.statements();
      return await known.run(statements).catch(async (fault: { code?: string }) => {
        if (!outdated.has(fault.code ?? '')) throw fault;
        void this.end();
        return (await this.statements()).run(statements);
      });
    } finally {
      this.busy--;
    }
  }

  /** Ends when all that is under way is answered. */
  async end(): Promise<void> {
    const opening = this.client;
    this.client = undefined;
    const client = await opening?.catch(() => undefined);
    await client?.end();
  }

  private async statements(): Promise<KnownStatements> {
    this.client ??= this.open();
    return statementsOf(await this.client);
  }

  private open(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.config, pipeline: true });
    const lost = () => {
      if (this.client === opening) this.client = undefined;
    };
    const opening = client.connect().then(
      () => client,
      (fault: unknown) => {
        lost();
        throw fault;
      },
    );
    // Whoever waits for an answer is told by pg; the next request opens a connection anew.
    client.on('error', lost);
    client.on('end', lost);
    return opening;
  }
}
