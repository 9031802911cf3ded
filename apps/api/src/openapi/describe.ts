import { ApiProperty, type ApiPropertyOptions, ApiQuery } from '@nestjs/swagger';
import { type FieldSchema, fieldsOf, type Shape } from '@stegvis/contracts/fields/field';

const described = new WeakSet<Shape>();

/** Tells Swagger what the contracts know already: each declared field of a class, and of the classes inside it. */
export function describe(shape: Shape): void {
  if (described.has(shape)) return;
  described.add(shape);
  for (const [name, field] of fieldsOf(shape)) {
    if (field.shape) describe(field.shape());
    ApiProperty(propertyOf(field))(shape.prototype, name);
  }
}

/** Describes the bodies that a method takes; a method decorator. */
export const describeParameters: MethodDecorator = (prototype, key) => {
  const types: unknown[] = Reflect.getMetadata('design:paramtypes', prototype, key) ?? [];
  for (const type of types) if (typeof type === 'function' && fieldsOf(type as Shape).size > 0) describe(type as Shape);
};

/** Describes what an address may ask. */
export function describeQuery(shape: Shape): MethodDecorator[] {
  return [...fieldsOf(shape)].map(([name, field]) =>
    ApiQuery({
      name,
      required: false,
      description: field.description,
      schema: schemaOf(field.items ?? field),
      isArray: field.type === 'array' || undefined,
    } as Parameters<typeof ApiQuery>[0]),
  );
}

/** Describes a list's window and filters. */
export function describeFilters(shape: Shape): MethodDecorator[] {
  const window = [
    ApiQuery({ name: '_start', required: false, schema: { type: 'integer' } }),
    ApiQuery({ name: '_end', required: false, schema: { type: 'integer' } }),
    ApiQuery({ name: '_sort', required: false, schema: { type: 'string' } }),
    ApiQuery({ name: '_order', required: false, schema: { type: 'string', enum: ['ASC', 'DESC'] } }),
    ApiQuery({ name: 'id', required: false, isArray: true, schema: { type: 'string', format: 'uuid' } } as Parameters<typeof ApiQuery>[0]),
  ];
  return [...describeQuery(shape), ...window];
}

const schemaOf = (field: FieldSchema) => ({
  type: field.type,
  format: field.format,
  enum: field.enum ? [...field.enum] : undefined,
  minLength: field.minLength,
  maxLength: field.maxLength,
  minimum: field.minimum,
  maximum: field.maximum,
});

function propertyOf(field: FieldSchema): ApiPropertyOptions {
  const common = { description: field.description, required: field.required, nullable: field.nullable };
  if (field.shape) return { ...common, type: field.shape as () => new () => object, isArray: field.type === 'array' };
  if (field.items) return { ...common, type: 'array', items: schemaOf(field.items) } as ApiPropertyOptions;
  return { ...common, ...schemaOf(field) } as ApiPropertyOptions;
}
