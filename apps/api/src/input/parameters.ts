import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { notFound, Refusal } from '@stegvis/contracts/problems/refusal';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import type { FastifyRequest } from 'fastify';
import { looksLikeId } from './list-query.js';

/** The record's id in the path. What is no id at all is not found, like any unknown one. */
export const RecordId = createParamDecorator((name: string | undefined, context: ExecutionContext): string => {
  const id = (context.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>)[name ?? 'id'] ?? '';
  if (!looksLikeId(id)) throw notFound();
  return id.toLowerCase();
});

/** The version that a change was made from: If-Match, or `version` in the body as React-Admin sends it. */
export const FromVersion = createParamDecorator((_data: unknown, context: ExecutionContext): ExpectedVersion => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const header = request.headers['if-match'];
  if (header !== undefined) {
    const told = /^(?:W\/)?"(\d{1,10})"$/.exec(header);
    if (!told) throw new Refusal('changed-meanwhile', 'changed-meanwhile');
    return { version: Number(told[1]), told: 'header' };
  }
  const version = (request.body as { version?: unknown } | null)?.version;
  if (!Number.isInteger(version)) throw new Refusal('version-needed', 'version-needed');
  return { version: version as number, told: 'body' };
});
