import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultFields, log } from '../log/index.js';
import { settings } from '../settings/index.js';
import { measureProcess, registry } from './measures.js';

/** `/metrics` in Prometheus' text format, on a port of its own that the public does not reach; nothing when METRICS_PORT is unset. */
export class MetricsServer {
  private server: Server | undefined;

  /** `look` is awaited before each answer: it sets the figures that have to be asked for. A port that is taken is logged, and stops nothing else. */
  async start(look: () => Promise<void> = async () => {}): Promise<void> {
    const { METRICS_HOST, METRICS_PORT } = settings();
    if (METRICS_PORT === undefined) return;
    measureProcess();
    const server = createServer((incoming, answer) => {
      if (incoming.method !== 'GET' || incoming.url !== '/metrics') return void answer.writeHead(404).end();
      look()
        .then(() => registry.metrics())
        .then(
          (text) => answer.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
          (fault: unknown) => {
            log.warn(faultFields(fault), 'the metrics could not be read');
            answer.writeHead(500).end();
          },
        );
    });
    try {
      server.listen(METRICS_PORT, METRICS_HOST);
      await once(server, 'listening');
    } catch (fault) {
      return log.error({ ...faultFields(fault), port: METRICS_PORT }, 'the metrics cannot be served');
    }
    this.server = server;
    log.info({ port: (server.address() as AddressInfo).port }, 'metrics are served');
  }

  async stop(): Promise<void> {
    if (!this.server) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
