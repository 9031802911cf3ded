import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Language, languages } from '@stegvis/contracts/staff/codes';
import type { FastifyRequest } from 'fastify';

/**
 * The language of a file: what the address asks for (`?language=en`, since a link cannot send headers), else what the
 * browser asks for, else Swedish.
 */
export const ReaderLanguage = createParamDecorator((_data: unknown, context: ExecutionContext): Language => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const asked = (request.query as Record<string, string | string[]>).language;
  const known = languages.find((language) => language === asked);
  if (known) return known;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'sv';
});
