import type { Server } from 'node:http';
import { noting } from '@stegvis/contracts/access-log/noting';
import { mayUse, roles, type Verb } from '@stegvis/contracts/permissions/permissions';
import type { TestDatabase } from '@stegvis/platform/postgres/testing';
import { aSession } from '../a-session.js';
import { letIn } from '../another-website.js';
import { Client } from '../client.js';
import { letInUnproved, provedRoutes } from '../fresh-proof.js';
import { endless, givesTooMuch, leafsOn, limitsOfTime, takesTooDeep, takesTooLarge, waitsForEver } from '../limits.js';
import type { Asking } from '../matrix/asking.js';
import { cellsOf, changes, deviationsOf, routes } from '../matrix/deviations.js';
import type { Asker, Cell } from '../matrix/expected.js';
import { notedOf } from '../noted.js';
import { expectedHeaders, unprotected } from '../protecting-headers.js';
import { type Guard, type MutableApi, weaknesses } from './mutable-api.js';
import type { Check, Mutation } from './mutation.js';
import type { SignInChecks } from './sign-in-checks.js';

export interface Around {
  api: MutableApi;
  database: TestDatabase;
  asking: Asking;
  staffOf: (asker: Asker) => string;
  /** Somebody whose sessions no other check uses: what is let in from elsewhere ends them. */
  elsewhere: string;
  verbs: ReadonlyMap<string, Verb>;
  signIn: SignInChecks;
}

const isWrite = (route: string): boolean => !route.startsWith('GET');
const isList = (route: string): boolean => !isWrite(route) && cellsOf(route).some(({ answer }) => answer === 'shown');

/** Every guard at every place where it stands. */
export function everyMutation(around: Around): Mutation[] {
  const { api, database, asking, staffOf, elsewhere, verbs, signIn } = around;
  const guarded = routes.filter((route) => verbs.has(route));
  const ofKind = (kind: 'people' | 'deed') => guarded.filter((route) => noting[verbs.get(route) as Verb] === kind && given(route));
  const cells = (route: string, which: (cell: Cell) => boolean): Check => [
    'the matrix',
    () => firstOf(cellsOf(route).filter(which), (cell) => deviationsOf(asking, database, cell)),
  ];
  const as = (asker: Asker) => aSession(database, staffOf(asker));
  const events = (route: string, cell: Cell | undefined, outcome: 'given' | 'refused') => async (): Promise<string[]> => {
    if (!cell) throw new Error(`Nobody is ${outcome} ${route}`);
    const answer = await (await asking.prepare(cell, changes(cell))).send();
    const found = await notedOf({ database }, answer);
    const action = verbs.get(route);
    if (answer.status >= 400 !== (outcome === 'refused')) throw new Error(`${route} was answered ${answer.status} where it should be ${outcome}`);
    const right = found.some((event) => event.outcome === outcome && event.action === action);
    return right ? [] : [`${route} was answered ${answer.status}, and the log has ${found.length} events of it`];
  };
  const fromElsewhere = (route: string): Check => [
    'abuse case 13',
    async () => {
      const [method = '', path = ''] = route.replace(/\{\w+\}/, '00000000-0000-4000-8000-000000000000').split(' ');
      return letIn(api.url, (await aSession(database, elsewhere)).Cookie, method, path, {});
    },
  ];
  const made = (guard: Guard, at: readonly string[], checksOf: (route: string) => Check[]): Mutation[] =>
    at.map((route) => ({ guard, at: route, checks: checksOf(route) }));

  return [
    ...made('session', guarded, (route) => [cells(route, ({ asker }) => asker === 'nobody')]),
    ...made('permission', guarded, (route) => [
      cells(route, ({ answer }) => answer === '403'),
      // Where the database refuses all the same: whoever may not use a verb is not told what is wrong with the input.
      [
        'who may not is refused before the input is looked at',
        () => firstOf(refusedRoles(route, verbs.get(route) as Verb), async (asker) => told(api.url, route, await as(asker))),
      ],
    ]),
    ...made('fresh proof', provedRoutes, (route) => [
      ['the routes that want a fresh proof', () => letInUnproved(api.url, database, staffOf(mayAsk(route)), route)],
    ]),
    ...made('same site', routes.filter(isWrite), (route) => [fromElsewhere(route)]),
    ...Object.keys(weaknesses).flatMap((weakness) => made(`same site: ${weakness}`, ['POST /api/auth/sign-out'], (route) => [fromElsewhere(route)])),
    ...made('JSON alone', routes.filter(isWrite), (route) => [fromElsewhere(route)]),
    ...made('largest body', routes.filter(isWrite), (route) => [['abuse case 34: large bodies', () => takesTooLarge(new Client(api.url), route)]]),
    ...made('deepest body', routes.filter(isWrite), (route) => [
      ['abuse case 34: deep bodies', async () => takesTooDeep(new Client(api.url), route, verbs.has(route) ? await as(mayAsk(route)) : {})],
    ]),
    ...made('largest page', routes.filter(isList), (route) => [
      ['abuse case 16: long pages', async () => givesTooMuch(new Client(api.url), route.replace('GET ', ''), await as(mayAsk(route)))],
    ]),
    ...made(
      'many pages',
      ofKind('people').filter((route) => isList(route) && !route.includes('{')),
      (route) => [
        [
          'abuse case 16: leafing',
          async () => leafsOn(new Client(api.url), database, staffOf(mayAsk(route)), route.replace('GET ', ''), await as(mayAsk(route))),
        ],
      ],
    ),
    ...made('note of an answer', ofKind('people'), (route) => [cells(route, (cell) => cell === given(route))]),
    ...made(
      'note of an answer, and that it is missed',
      ofKind('people').filter((route) => !showsNobody.has(route)),
      (route) => [cells(route, (cell) => cell === given(route)), ['what is given is in the access log', events(route, given(route), 'given')]],
    ),
    ...made('note of a deed', ofKind('deed'), (route) => [['what is given is in the access log', events(route, given(route), 'given')]]).map(
      (one) => ({
        ...one,
        once: thereIsOneOf.has(one.at),
      }),
    ),
    ...made('note of a refusal', guarded, (route) => [
      [
        'what is refused is in the access log',
        events(
          route,
          cellsOf(route).find((cell) => cell.answer === '403'),
          'refused',
        ),
      ],
    ]),
    ...signIn.mutations(),
    ...ofTime(around),
    ...(['data', 'page'] as const).flatMap((kind) =>
      Object.keys(expectedHeaders[kind]).flatMap((name) =>
        made(`header ${name}`, answers[kind], (at) => [
          [
            'headers of an answer',
            async () => unprotected(kind, at, (await new Client(api.url).send(...(at.split(' ') as [string, string]))).headers),
          ],
        ]),
      ),
    ),
  ];
}

/** The limits of time: of a statement, of waiting for a lock, of a transaction; and, since it takes minutes, only in the long run of a request. */
function ofTime({ api, database }: Around): Mutation[] {
  const ofRoles = (['auth', 'api'] as const).flatMap((role) =>
    limitsOfTime.map((limit): Mutation => {
      const { username, pathname } = new URL(database.url(role));
      const alter = `alter role ${username} in database ${pathname.slice(1)}`;
      const outside = { take: () => database.sql(`${alter} set ${limit} = 0`), putBack: () => database.sql(`${alter} reset ${limit}`) };
      return {
        guard: 'limit of time',
        at: `${limit} of ${role}`,
        outside,
        checks: [['abuse case 34: limits of time', () => endless(database, role)]],
      };
    }),
  );
  if (process.env.TEST_LONG !== '1') return ofRoles;
  const server = api.app.getHttpServer() as Server;
  const { requestTimeout } = server;
  const set = async (milliseconds: number) => {
    server.requestTimeout = milliseconds;
  };
  const outside = { take: () => set(0), putBack: () => set(requestTimeout) };
  return [
    ...ofRoles,
    { guard: 'limit of time', at: 'a request', outside, checks: [['abuse case 34: requests that are never finished', () => waitsForEver(api.url)]] },
  ];
}

/** Answers whose headers are looked at: given, refused, of what is not there, and to whoever asks whether the server is well. */
const answers: Readonly<Record<keyof typeof expectedHeaders, readonly string[]>> = {
  data: ['GET /api/auth/me', 'POST /api/auth/sign-out', 'POST /api/search', 'GET /api/nowhere', 'GET /api/openapi.json'],
  page: ['GET /api/docs', 'GET /health/live', 'GET /health/ready'],
};

/** Of a site and a time there is one. */
const thereIsOneOf = new Set(['POST /api/stand-ins', 'POST /api/access-reviews']);
/** The review that the matrix makes has a look at nobody, and nothing is noted of nobody. */
const showsNobody = new Set(['GET /api/access-reviews/{id}']);

/** The first cell that is answered with what was asked for. */
const given = (route: string): Cell | undefined => cellsOf(route).find(({ answer }) => /^(2\d\d|shown)$/.test(answer));

/** Somebody who may use a route's verb. */
function mayAsk(route: string): Asker {
  const cell = cellsOf(route).find((one) => !['401', '403'].includes(one.answer));
  if (!cell) throw new Error(`Nobody may ask ${route}`);
  return cell.asker;
}

/** Who may not use its verb, whatever record it is about. */
const refusedRoles = (route: string, verb: Verb): Asker[] => {
  const mayNot = new Set<Asker>(['no role', ...roles.filter((role) => !mayUse([role], verb))]);
  return [...new Set(cellsOf(route).map(({ asker }) => asker))].filter((asker) => mayNot.has(asker));
};

/** What an input that is no input is answered to somebody who may not use the verb. */
async function told(url: string, route: string, headers: Record<string, string>): Promise<string[]> {
  const [method = '', path = ''] = route.split(' ');
  const wrong = isWrite(route) ? { body: { noSuchField: 1 }, query: '' } : { body: undefined, query: '?noSuchField=1' };
  const { status } = await new Client(url).send(method, `${path.replace(/\{\w+\}/, 'none')}${wrong.query}`, wrong.body, headers);
  return status === 403 ? [] : [`${route}: 403 is right, ${status} came back`];
}

async function firstOf<T>(each: readonly T[], ask: (one: T) => Promise<string[]>): Promise<string[]> {
  for (const one of each) {
    const wrong = await ask(one);
    if (wrong.length > 0) return wrong;
  }
  return [];
}
