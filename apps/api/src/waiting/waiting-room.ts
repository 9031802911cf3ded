import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sentence } from '@stegvis/contracts/problems/messages';
import type { ProblemDocument } from '@stegvis/contracts/problems/problem';
import { log } from '@stegvis/platform/log';

/** What is answered while the database is away: alive, and for all else come back in a moment. */
export class WaitingRoom {
  private server: Server | undefined;

  /** Takes the place of the API at its address. Gives the port, which is another one than asked for when that was 0. */
  async open(port: number, host: string): Promise<number> {
    const server = createServer((request, answer) => {
      // What is sent is thrown away, so that whoever sends it gets to read the answer.
      request.resume();
      const path = request.url?.split('?')[0];
      if (path === '/health/live') return void answer.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end('{"status":"ok"}');
      const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'sv';
      const message = sentence('unavailable', language);
      const problem = { type: 'about:blank', title: message, status: 503, code: 'unavailable', message } satisfies Partial<ProblemDocument>;
      answer.writeHead(503, { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '2' });
      answer.end(JSON.stringify(problem));
    });
    server.listen(port, host);
    await once(server, 'listening');
    this.server = server;
    const own = (server.address() as AddressInfo).port;
    log.info({ port: own }, 'the API waits');
    return own;
  }

  /** Leaves the address to the API. */
  async close(): Promise<void> {
    if (!this.server) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
    this.server = undefined;
  }
}
