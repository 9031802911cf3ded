import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ArgumentMetadata, CallHandler, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Shape } from '@stegvis/contracts/fields/field';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { SecondFactorsService, SecondStepsService, SignInService } from '@stegvis/domain/sign-in';
import { log } from '@stegvis/platform/log';
import { request, type Session, type Statement, UnitOfWork } from '@stegvis/platform/postgres';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { readSettings, settings } from '@stegvis/platform/settings';
import type { FastifyRequest } from 'fastify';
import { tap } from 'rxjs';
import { makeApp } from '../../src/app.js';
import { SessionGuard } from '../../src/auth/session.guard.js';
import { halfCookie } from '../../src/auth/session-cookie.js';
import { InputPipe } from '../../src/input/input.pipe.js';
import type { ListQuery } from '../../src/input/list-query.js';
import { validateInput } from '../../src/input/validate.js';
import { LeafingInterceptor } from '../../src/leafing/leafing.interceptor.js';
import { ProblemFilter } from '../../src/problems/problem.filter.js';
import { ResponseInterceptor } from '../../src/responses/response.interceptor.js';
import { words } from '../../src/words.js';
import { environmentOf } from '../processes.js';

/** What can be taken away from the API, or weakened; a header and an attempt of another website by their names. */
export type Guard =
  | 'session'
  | 'permission'
  | 'fresh proof'
  | 'same site'
  | `same site: ${string}`
  | 'JSON alone'
  | 'largest body'
  | 'deepest body'
  | 'largest page'
  | 'many pages'
  | 'limit of time'
  | 'second step'
  | 'half a session'
  | 'right code'
  | 'code used once'
  | 'note of an answer'
  | 'note of an answer, and that it is missed'
  | 'note of a deed'
  | 'note of a refusal'
  | `header ${string}`
  | `cookie ${string}`;

/** One guard, at one place: a route as the matrix writes it, `POST /api/openings`, or an address. */
export interface Taken {
  guard: Guard;
  at: string;
}

/** What the API is missing; the patches below look at it at every request. */
let taken: Taken | undefined;
/** The route of each request that is under way, by its id. */
const underWay = new Map<string, string>();

const isAt = (at: string, method: string, path: string): boolean =>
  new RegExp(`^${at.replace(/^[A-Z]+ /, '').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path) && (!/^[A-Z]+ /.test(at) || at.startsWith(`${method} `));
const isGone = (guard: Guard, route: string | undefined): boolean => {
  if (taken?.guard !== guard || route === undefined) return false;
  const [method = '', path = ''] = route.split(' ');
  return isAt(taken.at, method, path);
};
const isGoneHere = (guard: Guard): boolean => isGone(guard, underWay.get(request.getStore()?.requestId ?? ''));

/** The API in the process of its spec, on a real port over a real database, from which guards can be taken away one by one. */
export interface MutableApi {
  url: string;
  app: NestFastifyApplication;
  take(what: Taken): void;
  putBack(): void;
  stop(): Promise<void>;
}

/** Starts it whole. A process has one, since it has one set of settings. What it logs while it is broken is of no use. */
export async function mutableApi(database: TestDatabase, more: Record<string, string>): Promise<MutableApi> {
  Object.assign(settings(), readSettings(environmentOf(database, more)));
  log.level = 'silent';
  patchGuard();
  patchInput();
  patchLeafing();
  patchNotes();
  patchSignIn(database);
  const app = await makeApp();
  patchServer(app);
  await app.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
    app,
    take: (what) => {
      taken = what;
    },
    putBack: () => {
      taken = undefined;
    },
    stop: () => app.close(),
  };
}

/** Which guard a refusal of the session guard comes from. */
const behind: Readonly<Record<string, Guard>> = { 'not-signed-in': 'session', 'not-permitted': 'permission', 'step-up-needed': 'fresh proof' };

function patchGuard(): void {
  const { canActivate } = SessionGuard.prototype;
  SessionGuard.prototype.canActivate = async function (context: ExecutionContext) {
    try {
      await canActivate.call(this, context);
    } catch (fault) {
      const guard = fault instanceof Refusal ? behind[fault.code] : undefined;
      if (!guard || !isGoneHere(guard)) throw fault;
    }
    const { noting, session } = request.getStore() ?? {};
    if (noting && isGoneHere('note of a deed')) noting.deed = false;
    if (session && isGoneHere('permission')) withoutPermission(session);
    return true;
  };
}

/** A session that is read anew is checked anew. */
function withoutPermission(session: Session): void {
  const { renew } = session;
  session.renew = () =>
    renew().catch((fault: unknown) => {
      if (!(fault instanceof Refusal && fault.code === 'not-permitted')) throw fault;
    });
}

function patchInput(): void {
  const { transform } = InputPipe.prototype;
  InputPipe.prototype.transform = function (value: unknown, metadata: ArgumentMetadata) {
    try {
      return transform.call(this, value, metadata);
    } catch (fault) {
      if (!(fault instanceof Refusal && fault.code === 'too-deep' && isGoneHere('deepest body'))) throw fault;
      return validateInput(metadata.metatype as Shape, value as object);
    }
  };
  // The window of a list is read by a factory that stands in the metadata of its method.
  for (const controller of words.flatMap((word) => word.controllers))
    for (const method of Object.getOwnPropertyNames(controller.prototype)) {
      const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<string, { factory?: Factory }>;
      for (const parameter of Object.values(parameters)) if (parameter.factory) parameter.factory = withoutLargestPage(parameter.factory);
    }
}

type Factory = (data: unknown, context: ExecutionContext) => unknown;

/** A window that is as long as is asked. */
function withoutLargestPage(factory: Factory): Factory {
  return (data, context) => {
    const incoming = context.switchToHttp().getRequest<FastifyRequest>();
    const { _end, ...query } = incoming.query as Record<string, string>;
    if (_end === undefined || !isGoneHere('largest page')) return factory(data, context);
    const { window, ...asked } = factory(data, {
      switchToHttp: () => ({ getRequest: () => ({ query, headers: incoming.headers }) }),
    } as unknown as ExecutionContext) as ListQuery<object>;
    return { ...asked, window: { ...window, end: Number(_end) } };
  };
}

/** Leafing is counted, and nobody is refused for it. */
function patchLeafing(): void {
  const interceptor = LeafingInterceptor.prototype as unknown as { turnTo: (page: Buffer, rows: number) => Promise<void> };
  const { turnTo } = interceptor;
  interceptor.turnTo = async function (page, rows) {
    if (!isGoneHere('many pages')) await turnTo.call(this, page, rows);
  };
}

function patchNotes(): void {
  const isUnnoted = () => isGoneHere('note of an answer') || isGoneHere('note of an answer, and that it is missed');
  const unnoted = (statements: readonly Statement[]): Statement[] =>
    statements.map((statement) => (isUnnoted() ? { ...statement, shows: undefined } : statement));
  const { atOnce, inTwoSteps } = UnitOfWork.prototype;
  UnitOfWork.prototype.atOnce = function (...statements) {
    return atOnce.apply(this, unnoted(statements));
  };
  UnitOfWork.prototype.inTwoSteps = function ({ look, decide }) {
    return inTwoSteps.call(this, {
      look: unnoted(look),
      decide: (seen) => {
        const decided = decide(seen);
        return { ...decided, statements: unnoted(decided.statements) };
      },
    }) as never;
  };
  const { intercept } = ResponseInterceptor.prototype;
  ResponseInterceptor.prototype.intercept = function (context: ExecutionContext, next: CallHandler) {
    const unmissed = tap(() => {
      const { noting } = request.getStore() ?? {};
      if (noting && isGoneHere('note of an answer, and that it is missed')) noting.made = true;
    });
    return intercept.call(this, context, { handle: () => next.handle().pipe(unmissed) });
  };
  const filter = ProblemFilter.prototype as unknown as { note: (incoming: FastifyRequest) => Promise<void> };
  const { note } = filter;
  filter.note = async function (incoming) {
    if (!isGoneHere('note of a refusal')) await note.call(this, incoming);
  };
}

function patchSignIn(database: TestDatabase): void {
  const { missing } = SecondStepsService.prototype;
  SecondStepsService.prototype.missing = async function (staffId) {
    return isGoneHere('second step') ? undefined : missing.call(this, staffId);
  };
  const { accepts } = SecondFactorsService.prototype;
  SecondFactorsService.prototype.accepts = async function (staffId, typed) {
    if (isGoneHere('code used once')) await database.sql('update sign_in.second_factor set last_step = last_step - 2 where staff_id = $1', [staffId]);
    return (await accepts.call(this, staffId, typed)) || isGoneHere('right code');
  };
  const { whoHas } = SignInService.prototype;
  SignInService.prototype.whoHas = async function (token, attended) {
    if (isGoneHere('half a session'))
      await database.sql(
        `insert into sign_in.session (token_hash, staff_id) select token_hash, staff_id from sign_in.half_session
         where token_hash = sha256($1::bytea) and ended_at is null on conflict do nothing`,
        [Buffer.from(token)],
      );
    return whoHas.call(this, token, attended);
  };
}

/** What the web server itself does before a route is reached, and after it is left. */
function patchServer(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (incoming: FastifyRequest) => {
    const route = `${incoming.method} ${incoming.routeOptions.url?.replace(/:(\w+)/, '{$1}') ?? ''}`;
    underWay.set(incoming.id, route);
    const context = Object.getOwnPropertySymbols(incoming).find(({ description }) => description === 'fastify.context');
    const { _parserOptions } = (incoming as unknown as Record<symbol, { _parserOptions: { limit: number | null } }>)[context as symbol] ?? {};
    if (_parserOptions) _parserOptions.limit = isGone('largest body', route) ? 64 * 1024 * 1024 : null;
  });
  server.addHook('onResponse', async (incoming: FastifyRequest) => void underWay.delete(incoming.id));
  app.getHttpServer().prependListener('request', (incoming: IncomingMessage, answer: ServerResponse) => {
    const path = incoming.url?.split('?')[0] ?? '';
    if (!taken || !isAt(taken.at, incoming.method ?? '', path)) return;
    const { guard } = taken;
    const { headers } = incoming;
    if (guard === 'same site') headers['sec-fetch-site'] = 'same-origin';
    if (guard.startsWith('same site: ') && weaknesses[guard.slice('same site: '.length)]?.(headers)) headers['sec-fetch-site'] = 'same-origin';
    if (guard === 'JSON alone' && headers['content-type']) headers['content-type'] = 'application/json';
    const [kind, name = ''] = guard.split(' ');
    if (kind !== 'header' && kind !== 'cookie') return;
    const { writeHead } = answer;
    answer.writeHead = function (this: ServerResponse, status: number, given: Record<string, unknown>) {
      const left = Object.entries(given).flatMap(([header, value]): [string, unknown][] => {
        if (kind === 'header') return header.toLowerCase() === name ? [] : [[header, value]];
        const cookies = [value].flat().map((cookie) => String(cookie).replace(new RegExp(`; ${name}[^;]*`), ''));
        return [[header, header.toLowerCase() === 'set-cookie' ? cookies : value]];
      });
      if (kind === 'header') this.removeHeader(name);
      return writeHead.call(this, status, Object.fromEntries(left) as never);
    } as typeof writeHead;
  });
}

/** Ways to believe too much of where a request comes from. */
export const weaknesses: Readonly<Record<string, (headers: IncomingMessage['headers']) => boolean>> = {
  'a sister host is ours': (headers) => headers['sec-fetch-site'] === 'same-site',
  'an address that is typed is ours': (headers) => headers['sec-fetch-site'] === 'none',
  'an origin that begins like ours is ours': ({ origin, host }) => !!origin?.startsWith(`http://${host?.split(':')[0]}`),
  'an origin that is hidden is ours': ({ origin }) => origin === 'null',
  'who says nothing is ours': ({ origin, ...headers }) => origin === undefined && headers['sec-fetch-site'] === undefined,
};

/** The cookie of half a session, sent as that of a whole one. */
export const halfAsWhole = (half: string): string => `${halfCookie().name.replace('-half', '')}=${half}`;
