import 'reflect-metadata';

/** A class whose properties are declared with the decorators of `kinds.ts`. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where "any class at all" is meant
export type Shape<T extends object = object> = abstract new (...args: any[]) => T;

/** What one field is: enough for OpenAPI, for the response whitelist and for a form. */
export interface FieldSchema {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  format?: 'date' | 'date-time' | 'uuid' | 'email' | 'password';
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** The class of a nested object, or of an array's items. */
  shape?: () => Shape;
  /** The schema of an array's plain items. */
  items?: FieldSchema;
  nullable: boolean;
  required: boolean;
  description: string;
}

const declared = new WeakMap<object, Map<string, FieldSchema>>();

/** Records what a field is; `kinds.ts` calls it, nobody else needs to. */
export function declareField(prototype: object, name: string, schema: FieldSchema): void {
  const own = declared.get(prototype) ?? new Map<string, FieldSchema>();
  own.set(name, schema);
  declared.set(prototype, own);
}

/** All declared fields of a class, inherited ones first, in the order of declaration. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, FieldSchema> {
  const all = new Map<string, FieldSchema>();
  const chain: object[] = [];
  for (let at: object | null = shape.prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) chain.unshift(at);
  for (const prototype of chain) for (const [name, schema] of declared.get(prototype) ?? []) all.set(name, schema);
  return all;
}

const recordOf = new WeakMap<Shape, () => Shape>();

/**
 * Says which response class a change belongs to. React-Admin sends the whole record back: fields of that class which
 * the change does not declare are read-only, and are accepted and ignored; anything else is refused.
 */
export function ChangeOf(record: () => Shape): ClassDecorator {
  return (target) => {
    recordOf.set(target as unknown as Shape, record);
  };
}

/** The response class whose read-only fields a change may carry, if it has one. */
export function recordBehind(change: Shape): Shape | undefined {
  return recordOf.get(change)?.();
}
