import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { fieldsOf, recordBehind, type Shape } from '@stegvis/contracts/fields/field';
import { Refusal } from '@stegvis/contracts/problems/refusal';
import { tooDeep } from './depth.js';
import { validateInput } from './validate.js';

/** Checks every body against the class that its method names; ids in the path against what an id looks like. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type !== 'body') return value;
    const shape = metadata.metatype as Shape | undefined;
    if (!shape) throw new Error('A body needs a class that says what it is');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('invalid-input', 'not-an-object');
    if (tooDeep(value)) throw new Refusal('invalid-input', 'too-deep');
    return validateInput(shape, withoutReadOnly(shape, value as Record<string, unknown>));
  }
}

/** Leaves out the read-only fields of the record that a change belongs to: React-Admin sends the whole record. */
function withoutReadOnly(shape: Shape, value: Record<string, unknown>): Record<string, unknown> {
  const record = recordBehind(shape);
  const own = fieldsOf(shape);
  const known = record ? fieldsOf(record) : undefined;
  const kept: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    const field = own.get(name);
    if (!field && known?.has(name)) continue;
    const nested = field?.shape?.();
    kept[name] = nested && Array.isArray(one) ? one.map((item) => (isObject(item) ? withoutReadOnly(nested, item) : item)) : one;
  }
  return kept;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
