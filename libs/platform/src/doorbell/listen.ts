import pg from 'pg';

/** Wait after a lost connection, in milliseconds. */
const reconnectAfter = 1_000;

/**
 * Hears the doorbell on a connection of its own, and connects again whenever that is lost. What was rung meanwhile is
 * not heard: a poll has to look as well.
 */
export class DoorbellListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly heard: () => void,
    private readonly lost: (fault: unknown) => void,
  ) {}

  /** Begins to listen; resolves when the first try has been made, whether it succeeded or not. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'stegvis-doorbell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('notification', this.heard);
    client.on('error', (fault) => this.lose(client, fault));
    client.on('end', () => this.lose(client, undefined));
    try {
      await client.connect();
      await client.query('listen doorbell');
      this.heard();
    } catch (fault) {
      this.lose(client, fault);
    }
  }

  /** Stops listening for good. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private lose(client: pg.Client, fault: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.lost(fault);
    this.timer = setTimeout(() => void this.open(), reconnectAfter);
  }
}
