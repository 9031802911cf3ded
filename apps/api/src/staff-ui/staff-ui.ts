import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '@stegvis/platform/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nonceOf } from '../headers/nonce.js';

const placeholder = '__CSP_NONCE__';

/** Serves the built staff UI from the same port: its page with a nonce of this one answer, its files as they are. */
export async function serveStaffUi(app: NestFastifyApplication): Promise<void> {
  const folder = settings().STEGVIS_STAFF_UI;
  if (!folder) return;
  const server = app.getHttpAdapter().getInstance();
  // Files have their content's hash in their name, so a browser may keep them for good.
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
  });
  // Read each time: a new build beside a running server has other files.
  server.get('/', async (request: FastifyRequest, reply: FastifyReply) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    return reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(page.replaceAll(placeholder, nonceOf(request.raw)));
  });
}
