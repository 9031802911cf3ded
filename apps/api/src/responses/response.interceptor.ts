import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { noting } from '@stegvis/contracts/access-log/noting';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { log } from '@stegvis/platform/log';
import { currentSession, type Page, request } from '@stegvis/platform/postgres';
import type { FastifyReply } from 'fastify';
import { map, mergeMap, type Observable, of } from 'rxjs';
import { allowedVerb } from '../auth/allow.js';
import { showsNothing, untilTheBeat } from './beat.js';
import { pick } from './pick.js';
import { type DeclaredResponse, declaredResponse } from './responds-with.js';

/** The only door out: what a route did not declare does not leave the server. */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const declared = this.reflector.get<DeclaredResponse | undefined>(declaredResponse, context.getHandler());
    const verb = this.reflector.get<Verb | undefined>(allowedVerb, context.getHandler());
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap((answer: unknown) => (currentSession()?.confirmed === false ? confirmed(answer) : of(answer))),
      mergeMap((answer: unknown) => (showsNothing(answer) ? untilTheBeat(reply).then(() => answer) : of(answer))),
      map((answer: unknown) => {
        if (verb && noting[verb] === 'people') mustHaveBeenNoted(verb);
        if (!declared || declared.shape === 'nothing') return undefined;
        if (declared.shape === 'file') return answer;
        const { shape } = declared;
        if (!declared.list) return withVersion(reply, pick(shape, answer as object));
        const page = answer as Page<object>;
        void reply.header('X-Total-Count', String(page.total));
        return page.rows.map((row) => pick(shape, row));
      }),
    );
  }
}

/** Whom an answer shows is noted where it is read. What was read otherwise does not leave: no note, no data. */
function mustHaveBeenNoted(verb: Verb): void {
  if (request.getStore()?.noting?.made) return;
  log.error({ verb }, 'an answer about people was not noted in the access log');
  throw new Refusal('unavailable', 'unavailable');
}

/** A session that was only remembered is not enough for an answer, also where a route asked the database nothing. */
async function confirmed(answer: unknown): Promise<unknown> {
  await currentSession()?.renew();
  return answer;
}

/** A record's version travels as its ETag too, so that a change can carry If-Match. */
function withVersion(reply: FastifyReply, record: object): object {
  if ('version' in record) void reply.header('ETag', `"${String(record.version)}"`);
  return record;
}
