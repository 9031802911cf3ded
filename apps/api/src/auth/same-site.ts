import { Refusal } from '@stegvis/contracts/problems/refusal';
import { settings } from '@stegvis/platform/settings';
import type { FastifyRequest } from 'fastify';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another website made a browser send. The browser itself says where a request comes from:
 * Sec-Fetch-Site, or in older ones Origin. A program that says neither must send an Origin.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  if (site === undefined && request.headers.origin !== undefined && ourOrigin(request).has(request.headers.origin)) return;
  throw new Refusal('not-permitted', 'other-site');
}

function ourOrigin(request: FastifyRequest): Set<string> {
  const { PUBLIC_URL } = settings();
  if (PUBLIC_URL) return new Set([new URL(PUBLIC_URL).origin]);
  return new Set([`http://${request.headers.host ?? ''}`]);
}
