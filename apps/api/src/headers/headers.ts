import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '@stegvis/platform/settings';
import type { FastifyRequest } from 'fastify';
import { nonceOf } from './nonce.js';

const docs = '/api/docs';

/** Security headers on every answer; the content policy lets nothing run that this answer's nonce does not name. */
export async function sendHeaders(app: NestFastifyApplication): Promise<void> {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false;
  const server = app.getHttpAdapter().getInstance();
  const nonce = (request: Parameters<typeof nonceOf>[0]) => `'nonce-${nonceOf(request)}'`;
  await server.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (request) => nonce(request)],
        // The Swagger pages carry a style of their own; React's style attributes cannot have a nonce.
        styleSrc: ["'self'", (request) => (request.url?.startsWith(docs) ? "'unsafe-inline'" : nonce(request))],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  server.addHook('onSend', async (request: FastifyRequest, reply) => {
    // People's data must not stay in a browser's or a proxy's cache.
    if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
  });
}
