import type { Seeded } from './seeded.js';

/** As much of an OpenAPI document as making wrong requests takes. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
}

/** A request that must be refused. */
export interface WrongRequest {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
  /** What is wrong with it, for a message. */
  fault: string;
}

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  [],
  {},
  [[[[]]]],
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '2026-02-30',
  '2026-13-01T99:99:99Z',
  '0000-00-00',
  '99999-01-01',
  'x'.repeat(9000),
  `<script>alert(1)</script>`,
  `'; drop table app.participant; --`,
  `' or '1'='1`,
  '../../etc/passwd',
  '{"$ne":null}',
  '%00',
  '1e5',
  'NaN',
  { toString: 'x' },
  { constructor: { prototype: { x: 1 } } },
];
const unknownId = '00000000-0000-4000-8000-000000000000';
const crookedIds = [
  '0',
  'undefined',
  '../staff',
  "1' or '1'='1",
  '%00',
  unknownId,
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '\u00e5',
  'x'.repeat(150),
];
const crookedQueries = [
  '_start=-1',
  '_start=x',
  '_end=1e9',
  '_start=0&_end=100000',
  '_sort=password',
  '_sort=name;drop table app.staff',
  '_order=SIDEWAYS',
  'id=x',
  'q=%00',
  'q=%ED%A0%80',
  'unknown=1',
  'status=x',
  'projectId=x',
  '_sort=id&_sort=name',
  'from=2026-02-30',
  '_start=99999999999999999999',
];

/** Wrong requests over all routes, drawn by chance: bodies of the wrong kind, crooked ids, crooked queries; a third of them at records that exist. */
export function wrongRequests(api: OpenApi, chance: Seeded, count: number, realIds: readonly string[]): WrongRequest[] {
  const routes = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return Array.from({ length: count }, (_nothing, index) => {
    const route = routes[index % routes.length] as (typeof routes)[number];
    const real = realIds.length > 0 && chance.next() < 1 / 3;
    const path = route.path.replace(/\{\w+\}/g, () => encodeURIComponent(chance.one(real ? realIds : crookedIds)));
    if (route.method === 'GET') {
      const query = chance.one(crookedQueries);
      return { method: 'GET', path: `${path}?${query}`, fault: `query ${query}` };
    }
    const schema = route.operation.requestBody?.content['application/json']?.schema;
    return { method: route.method, path, ...wrongBody(propertiesOf(api, schema), chance, real) };
  });
}

function propertiesOf(api: OpenApi, schema: Schema | undefined): string[] {
  const found = schema?.$ref ? api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return Object.keys(found?.properties ?? {});
}

/** At a record that exists, only what cannot be meant: a script is a text like any other, and may be somebody's note. */
function wrongBody(properties: string[], chance: Seeded, real: boolean): Omit<WrongRequest, 'method' | 'path'> {
  const value = chance.one(hostile);
  // A verb that takes nothing is carried out when it gets nothing, so it gets a surprise.
  const names = properties.length > 0 ? properties : ['surprise'];
  const property = chance.one(names);
  const structural = [
    () => ({ fault: 'broken JSON', body: `{"${property}": ` }),
    () => ({ fault: 'not an object', body: JSON.stringify(chance.one([null, 1, 'text', [], true])) }),
    () => ({ fault: 'unknown field', body: JSON.stringify({ surprise: value }) }),
    () => ({ fault: 'prototype', body: '{"__proto__": {"admin": true}, "constructor": {"prototype": {}}}' }),
    () => ({ fault: 'five megabytes', body: JSON.stringify({ [property]: 'x'.repeat(5_000_000) }) }),
    () => ({ fault: 'no body', body: '' }),
    () => ({ fault: 'not JSON', body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    () => ({ fault: 'deep', body: `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` }),
  ];
  const hostileValues = [
    () => ({ fault: `hostile ${property}`, body: JSON.stringify({ [property]: value }) }),
    () => ({ fault: 'hostile everywhere', body: JSON.stringify(Object.fromEntries(names.map((name) => [name, chance.one(hostile)]))) }),
  ];
  return chance.one(real ? structural : [...structural, ...hostileValues])();
}
