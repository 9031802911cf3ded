import { type FieldSchema, fieldsOf, type Shape } from '@stegvis/contracts/fields/field';

type Picker = (value: object) => object;
const pickers = new WeakMap<Shape, Picker>();

/** The whitelist of a response: takes the declared fields, nested ones too, and leaves the rest behind. */
export function pick(shape: Shape, value: object): object {
  let picker = pickers.get(shape);
  if (!picker) {
    picker = pickerOf(fieldsOf(shape));
    pickers.set(shape, picker);
  }
  return picker(value);
}

function pickerOf(fields: ReadonlyMap<string, FieldSchema>): Picker {
  const names = [...fields];
  return (value) => {
    const source = value as Record<string, unknown>;
    const picked: Record<string, unknown> = {};
    for (const [name, field] of names) {
      const one = source[name];
      if (one === undefined) continue;
      picked[name] = field.shape && one !== null ? inside(field.shape(), one) : one;
    }
    return picked;
  };
}

const inside = (shape: Shape, value: unknown) => (Array.isArray(value) ? value.map((item) => pick(shape, item)) : pick(shape, value as object));
