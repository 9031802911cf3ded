import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '@stegvis/platform/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nonceOf } from './nonce.js';

const docs = '/api/docs';

/** What every answer of data carries: nothing in it can be run, framed, guessed at, or kept by a browser or a proxy. */
const ofData = {
  'Content-Security-Policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
  'Cache-Control': 'no-store',
} as const;
const strictTransport = { maxAge: 31_536_000, header: 'max-age=31536000; includeSubDomains' };
const isData = (url: string): boolean => url.startsWith('/api/') && !url.startsWith(docs);

/**
 * Security headers on every answer. Pages get a content policy that lets nothing run that this answer's nonce does not name;
 * data have no use for a nonce, and get the same headers each time.
 */
export async function sendHeaders(app: NestFastifyApplication): Promise<void> {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false;
  const server = app.getHttpAdapter().getInstance();
  const nonce = (request: Parameters<typeof nonceOf>[0]) => `'nonce-${nonceOf(request)}'`;
  await server.register(helmet, {
    global: false,
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
    strictTransportSecurity: secure ? { maxAge: strictTransport.maxAge } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  const data = { ...ofData, ...(secure && { 'Strict-Transport-Security': strictTransport.header }) };
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (isData(request.url)) void reply.headers(data);
    else await reply.helmet();
  });
}
