import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLog } from '@stegvis/platform/log';
import { type Request, request } from '@stegvis/platform/postgres';
import { settings } from '@stegvis/platform/settings';
import type { FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import { refuseOtherSites } from './auth/same-site.js';
import { sendHeaders } from './headers/headers.js';
import { serveOpenApi } from './openapi/openapi.js';
import { serveStaffUi } from './staff-ui/staff-ui.js';

/** Bytes that a request's body may have; nothing that a person types comes near it. */
const largestBody = 256 * 1024;
/** Milliseconds that a request may take to arrive; the server looks for those that are late twice a minute. */
const arrivesWithin = 60_000;

/** The whole HTTP application, not yet listening. */
export async function makeApp(): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    requestTimeout: arrivesWithin,
    // A proxy that is trusted says whom it speaks for; anybody else's word on that is passed over.
    trustProxy: settings().TRUSTED_PROXIES,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, adapter, { bodyParser: false, logger: new NestLog(), abortOnError: false });
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  await sendHeaders(app);
  await server.register(cookie);
  // Whoever reports a fault can say which request it was, and its lines are found in the logs of the API and the worker.
  server.addHook('onRequest', async (incoming: FastifyRequest, reply) => void reply.header('X-Request-Id', incoming.id));
  server.addHook('onRequest', async (incoming: FastifyRequest) => refuseOtherSites(incoming));
  // The body arrives in another asynchronous context, so the request's own is entered after it.
  server.addHook('preHandler', (incoming: FastifyRequest, _reply, done) => {
    const own: Request = { requestId: incoming.id };
    request.run(own, done);
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  serveOpenApi(app);
  await serveStaffUi(app);
  return app;
}
