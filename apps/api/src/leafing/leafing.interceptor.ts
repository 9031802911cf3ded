import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { noting } from '@stegvis/contracts/access-log/noting';
import { largestPage, mostTurnedTo } from '@stegvis/contracts/lists/list';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { type Page, request, UnitOfWork } from '@stegvis/platform/postgres';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { allowedVerb } from '../auth/allow.js';
import { usualPage, wordsHeader } from '../input/list-query.js';
import { type DeclaredResponse, declaredResponse } from '../responses/responds-with.js';
import { TurnedTo } from './turned-to.js';

/**
 * Whoever leafs through lists about people faster than anybody reads waits for the rest of the minute. Counted in the database,
 * for all API processes together, before a page is read: many at once are counted like many in a row.
 */
@Injectable()
export class LeafingInterceptor implements NestInterceptor {
  private readonly turnedTo = new TurnedTo();

  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const verb = this.reflector.get<Verb | undefined>(allowedVerb, handler);
    const declared = this.reflector.get<DeclaredResponse | undefined>(declaredResponse, handler);
    const incoming = context.switchToHttp().getRequest<FastifyRequest>();
    const asker = request.getStore()?.asker;
    if (incoming.method !== 'GET' || !declared?.list || !verb || noting[verb] !== 'people' || asker?.kind !== 'staff') return next.handle();
    const name = `${incoming.url}\n${String(incoming.headers[wordsHeader] ?? '')}`;
    if (this.turnedTo.has(asker.id, name)) return next.handle();
    const page = createHash('sha256').update(name).digest();
    const rows = sizeOf(incoming.query as Record<string, unknown>);
    const count = async (found: number): Promise<void> => {
      if (found < rows) await this.work.read({ text: 'select access.had_rows($1, $2)', values: [page, found] });
    };
    return from(this.turnTo(page, rows)).pipe(
      mergeMap(() => next.handle()),
      mergeMap(async (answer: unknown) => {
        await count((answer as Page<object>).rows.length);
        this.turnedTo.add(asker.id, name);
        return answer;
      }),
      catchError(async (fault: unknown) => {
        if (!isRefusalOfLeafing(fault)) await count(0);
        throw fault;
      }),
    );
  }

  /** Counts a page before it is read. Refused, with the seconds to wait, when it is too much for this minute. */
  private async turnTo(page: Buffer, rows: number): Promise<void> {
    const [answer] = await this.work.read<{ wait: number }>({
      text: 'select access.turn_to($1, $2, $3, $4) as wait',
      values: [page, rows, mostTurnedTo.rows, mostTurnedTo.seconds],
    });
    if (answer && answer.wait > 0) throw new Refusal('too-many-requests', 'too-many-pages', { retryAfter: answer.wait });
  }
}

const isRefusalOfLeafing = (fault: unknown): boolean => fault instanceof Refusal && fault.code === 'too-many-pages';

/** The most rows that a request can be answered with; one that is asked wrongly is answered with none, and that is counted. */
function sizeOf({ _start = 0, _end }: Record<string, unknown>): number {
  const size = _end === undefined ? usualPage : Number(_end) - Number(_start);
  return size >= 1 && size <= largestPage ? size : largestPage;
}
