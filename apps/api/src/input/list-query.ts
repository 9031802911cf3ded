import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FieldSchema, fieldsOf, type Shape } from '@stegvis/contracts/fields/field';
import { type ListWindow, largestPage } from '@stegvis/contracts/lists/list';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import type { FastifyRequest } from 'fastify';
import { describeFilters, describeQuery } from '../openapi/describe.js';
import { validateInput } from './validate.js';

/** What a list is asked for, in the JSON-Server dialect. */
export interface ListQuery<Filters> {
  filters: Filters;
  window: ListWindow;
  /** Several records by id. */
  ids?: string[];
}

/** The list that a request asks for; `filters` is the class of its filters. */
export const Query = (filters: Shape): ParameterDecorator =>
  createParamDecorator((_data: unknown, context: ExecutionContext) => {
    const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    return readListQuery(filters, withWords(query as RawQuery, headers[wordsHeader]));
  })();

/** Words to search by may be a name, and addresses end up in logs: they may come in this header instead of `q`, as UTF-8 in percents. */
export const wordsHeader = 'stegvis-words';

/** The rows of a page when nobody says how many. */
export const usualPage = 25;

function withWords(query: RawQuery, words: string | string[] | undefined): RawQuery {
  if (words === undefined) return query;
  try {
    return { ...query, q: decodeURIComponent(String(words)) };
  } catch {
    throw new Refusal('invalid-input', 'invalid-input', { errors: { q: { code: 'unreadable-text' } } });
  }
}

/** Documents a list's filters; stands beside `@RespondsWithList`. */
export const FilteredBy = (filters: Shape): MethodDecorator => applyDecorators(...describeFilters(filters));

/** Documents what the address of a single answer may ask. */
export const AskedBy = (questions: Shape): MethodDecorator => applyDecorators(...describeQuery(questions));

type RawQuery = Record<string, string | string[]>;
const ours = new Set(['_sort', '_order', '_start', '_end', '_embed', 'id']);

/** Reads the dialect; throws `invalid-input` for what it does not know. */
export function readListQuery<Filters extends object>(shape: Shape<Filters>, raw: RawQuery): ListQuery<Filters> {
  const fields = fieldsOf(shape);
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) if (!ours.has(name)) plain[name] = fromText(fields.get(name), value);
  const start = whole('_start', raw._start, 0);
  const order = String(raw._order ?? 'ASC').toUpperCase();
  if (order !== 'ASC' && order !== 'DESC')
    throw new Refusal('invalid-input', 'invalid-input', { errors: { _order: { code: 'not-a-code', allowed: ['ASC', 'DESC'] } } });
  const end = whole('_end', raw._end, start + usualPage);
  if (end - start > largestPage)
    throw new Refusal('invalid-input', 'invalid-input', { errors: { _end: { code: 'out-of-range', limit: start + largestPage } } });
  return {
    filters: validateInput(shape, plain),
    window: { sort: one(raw._sort), order, start, end },
    ids: raw.id === undefined ? undefined : idsOf([raw.id].flat()),
  };
}

/** The filters of a list where they stand in a body: texts, as the address has them, or values that have their type already. */
export function readFilters<Filters extends object>(shape: Shape<Filters>, given: object): Filters {
  const fields = fieldsOf(shape);
  const typed = (name: string, value: unknown) =>
    typeof value === 'string' || Array.isArray(value) ? fromText(fields.get(name), value) : (value ?? undefined);
  return validateInput(shape, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typed(name, value)])));
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

function fromText(field: FieldSchema | undefined, value: string | string[]): unknown {
  if (!field) return value;
  if (field.type === 'array') return [value].flat();
  const text = one(value);
  if (field.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (field.type === 'integer' || field.type === 'number') return text === '' || text === undefined ? undefined : Number(text);
  return text === '' ? undefined : text;
}

function whole(name: string, value: string | string[] | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(one(value));
  if (!Number.isInteger(number) || number < 0 || number > 1_000_000_000)
    throw new Refusal('invalid-input', 'invalid-input', { errors: { [name]: { code: 'wrong-type' } } });
  return number;
}

/** An id that is none finds nothing, as an unknown one does; there may be as many as a page is long. */
function idsOf(ids: string[]): string[] {
  return ids.filter((id) => looksLikeId(id)).slice(0, largestPage);
}

export const looksLikeId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
