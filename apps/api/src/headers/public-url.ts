import { settings } from '@stegvis/platform/settings';
import type { FastifyRequest } from 'fastify';

/** The address that people reach this installation by: the one it is set to, else the one that this request used. */
export const publicUrl = (request: FastifyRequest): string => settings().PUBLIC_URL?.replace(/\/$/, '') ?? `http://${request.headers.host ?? ''}`;

/** The origin that our own pages have; empty when the request's Host is no host at all. */
export function ourOrigin(request: FastifyRequest): string {
  const url = publicUrl(request);
  return URL.canParse(url) ? new URL(url).origin : '';
}
