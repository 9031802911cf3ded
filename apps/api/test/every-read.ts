import type { Client } from './client.js';

/** As much of an OpenAPI document as asking every question takes. */
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}
interface Operation {
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: { items?: { $ref?: string } } }> }>;
}
interface Parameter {
  name: string;
  in: string;
  schema?: FilterSchema;
}
interface FilterSchema {
  type?: string;
  format?: string;
  enum?: string[];
  items?: FilterSchema;
}

/** What the questions are about. */
export interface Subjects {
  /** Ids that stand in addresses and filters. */
  ids: readonly string[];
  /** Texts that are searched for. */
  texts: readonly string[];
  /** Local days that are asked about. */
  days: readonly string[];
}

/** The address of every read that the API's own description allows: each list sorted, filtered and leafed through, each record by each id. */
export function everyRead(api: OpenApi, subjects: Subjects): string[] {
  return Object.entries(api.paths).flatMap(([path, operations]) => {
    const { get } = operations;
    if (!get) return [];
    if (path.includes('{')) return subjects.ids.map((id) => path.replaceAll(/\{\w+\}/g, id));
    const queries = (get.parameters ?? []).filter((one) => one.in === 'query' && !one.name.startsWith('_') && one.name !== 'id');
    const sorts = Object.keys(itemsOf(api, get)).flatMap((name) => [`_sort=${name}&_order=ASC&_end=100`, `_sort=${name}&_order=DESC&_end=100`]);
    const pages = ['', '_end=100', '_start=100&_end=200', '_start=10&_end=11', '_start=5000&_end=5100'];
    const filters = queries.flatMap((one) => valuesOf(one.schema, subjects).map((value) => `${one.name}=${encodeURIComponent(value)}&_end=100`));
    const byId = subjects.ids.map((id) => `id=${id}`);
    return [...pages, ...sorts, ...filters, ...byId].map((query) => `${path}${query && '?'}${query}`);
  });
}

/** The columns of a list's rows; nothing for what is no list. */
function itemsOf(api: OpenApi, get: Operation): Record<string, unknown> {
  const item = get.responses['200']?.content?.['application/json']?.schema.items?.$ref?.split('/').at(-1);
  return (item && api.components.schemas[item]?.properties) || {};
}

function valuesOf(schema: FilterSchema | undefined, { ids, texts, days }: Subjects): readonly string[] {
  if (schema?.items) return valuesOf(schema.items, { ids, texts, days });
  if (schema?.enum) return schema.enum;
  if (schema?.type === 'boolean') return ['true', 'false'];
  if (schema?.format === 'uuid') return ids;
  if (schema?.format === 'date') return days;
  return texts;
}

/** An answer to the byte, but for the request's own name: status, what says how much there is, and the body. */
export async function answerTo(client: Client, path: string, body?: unknown): Promise<string> {
  const response = await fetch(`${client.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { Cookie: client.session, Origin: client.url, 'Content-Type': 'application/json', 'Accept-Language': 'sv' },
  });
  const { headers, status } = response;
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
  return `${status} ${headers.get('content-type')} ${headers.get('x-total-count')} ${headers.get('etag')}\n${text}`;
}
