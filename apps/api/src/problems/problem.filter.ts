import type { IncomingMessage } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { sentence } from '@stegvis/contracts/problems/messages';
import { type ProblemDocument, type ProblemKind, problemKinds } from '@stegvis/contracts/problems/problem';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { Language } from '@stegvis/contracts/staff/codes';
import { faultFields, log } from '@stegvis/platform/log';
import { databaseFault, refusalNote, refusalOf, UnitOfWork, request as underWay } from '@stegvis/platform/postgres';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { looksLikeId } from '../input/list-query.js';
import { untilTheBeat } from '../responses/beat.js';

/** What the web server itself refuses, before a route is reached. */
const byStatus: Readonly<Record<number, Refusal>> = {
  400: new Refusal('invalid-input', 'broken-json'),
  404: new Refusal('not-found', 'not-found'),
  413: new Refusal('too-large', 'too-large'),
  415: new Refusal('not-json', 'not-json'),
  429: new Refusal('too-many-requests', 'too-many-tries'),
};

/** The refusals that the access log is told of: somebody asked for what is not theirs, or for very much of it. */
const noted: ReadonlySet<ProblemKind> = new Set(['not-permitted', 'not-found', 'too-many-requests']);

/** Whether what was asked for, or referred to, is not there or not to be seen. */
const isNotThere = ({ code, detail }: Refusal): boolean =>
  [code, ...Object.values(detail.errors ?? {}).map((fault) => fault.code)].some((one) => one === 'not-found' || one === 'unknown-reference');

/** Turns a refusal into a status and a problem document (RFC 9457): the only place that does. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly work: UnitOfWork) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalIn(error);
    if (!refusal) log.error({ requestId: request.id, ...faultFields(error) }, 'a request failed');
    const problem = problemOf(refusal, languageOf(request), request.id);
    const reply = http.getResponse<FastifyReply>();
    const answer = () => send(reply, problem, refusal?.detail.retryAfter);
    if (problem.status === 413) afterUpload(request.raw, answer);
    else if (refusal) void this.followUp(refusal, request, reply).then(answer);
    else answer();
  }

  /** What is done after a refusal, and before it is answered. */
  private async followUp(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (noted.has(refusal.kind)) await this.note(request);
    if (isNotThere(refusal)) await untilTheBeat(reply);
  }

  /** In a transaction of its own, since what was refused is undone. A refusal that cannot be noted is still a refusal. */
  private async note(request: FastifyRequest): Promise<void> {
    const { asker, noting } = underWay.getStore() ?? {};
    if (asker?.kind !== 'staff' || !noting) return;
    const { id } = request.params as { id?: string };
    try {
      await this.work.read(refusalNote(noting, id && looksLikeId(id) ? id.toLowerCase() : null));
    } catch (fault) {
      log.error({ requestId: request.id, ...faultFields(fault) }, 'a refusal could not be noted in the access log');
    }
  }
}

/** A browser that is still sending would see a broken connection and no reason, so the rest is let in and thrown away, for a while. */
function afterUpload(upload: IncomingMessage, answer: () => void): void {
  let answered = false;
  const once = () => {
    if (!answered) answer();
    answered = true;
  };
  upload.on('end', once).on('close', once).resume();
  setTimeout(once, 5000).unref();
}

function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const fault = databaseFault(error);
  if (fault) {
    log.warn(faultFields(error), 'the database refused');
    return refusalOf(fault);
  }
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status === undefined || status >= 500) return undefined;
  return byStatus[status] ?? new Refusal('invalid-input', 'invalid-input');
}

function problemOf(refusal: Refusal | undefined, language: Language, requestId: string): ProblemDocument {
  const code = refusal?.code ?? 'went-wrong';
  const errors = Object.entries(refusal?.detail.errors ?? {}).map(([input, fault]) => [input, sentence(fault.code, language, fault)]);
  const message = sentence(code, language, { limit: refusal?.detail.retryAfter });
  return {
    type: 'about:blank',
    title: message,
    status: refusal ? problemKinds[refusal.kind] : 500,
    code,
    message,
    ...(errors.length > 0 && { errors: Object.fromEntries(errors) as Record<string, string> }),
    ...(refusal?.detail.current !== undefined && { current: refusal.detail.current }),
    requestId,
  };
}

function send(reply: FastifyReply, problem: ProblemDocument, retryAfter = problem.status === 503 ? 2 : undefined): void {
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  if (problem.status === 401) void reply.header('WWW-Authenticate', 'Session');
  void reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** The reader's language: what the request asks for, Swedish unless it asks for English first. */
function languageOf(request: FastifyRequest): Language {
  const first = /^\s*([a-z]{2})/i.exec(request.headers['accept-language'] ?? '');
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'sv';
}
