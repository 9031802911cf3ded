import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { FastifyRequest } from 'fastify';
import { ourOrigin } from '../headers/public-url.js';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another website made a browser send. The browser itself says where a request comes from:
 * Sec-Fetch-Site, or in older ones Origin. A program that says neither must send an Origin.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  if (site === undefined && request.headers.origin === ourOrigin(request)) return;
  throw new Refusal('not-permitted', 'other-site');
}
