import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { declareField, type FieldSchema, type Shape } from './field.js';
import { Satisfies } from './satisfies.js';
import { isInstant, isLocalDate } from './time.js';

/** What every kind of field takes. */
interface FieldOptions {
  /** One sentence for the API's documentation. */
  says: string;
  /** May be left out. A field is required unless it says otherwise. */
  optional?: boolean;
  /** May be null, which means "not known" or "taken away". */
  nullable?: boolean;
}

/** The stable code of a validation refusal, with what its sentence needs; the API turns it into a sentence. */
export interface InvalidField {
  code:
    | 'required'
    | 'wrong-type'
    | 'too-short'
    | 'too-long'
    | 'not-a-date'
    | 'not-an-instant'
    | 'not-a-code'
    | 'out-of-range'
    | 'not-an-id'
    | 'unreadable-text'
    | 'too-many';
  allowed?: readonly string[];
  limit?: number;
}

const says = (invalid: InvalidField): ValidationOptions => ({ context: invalid, message: invalid.code });

type BareSchema = Omit<FieldSchema, 'nullable' | 'required' | 'description'>;

function field(options: FieldOptions, schema: BareSchema, rules: PropertyDecorator[]): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    declareField(prototype, name, { ...schema, nullable: options.nullable ?? false, required: !options.optional, description: options.says });
    const skip = (value: unknown) => (value === undefined && options.optional) || (value === null && options.nullable);
    ValidateIf((_object, value) => !skip(value))(prototype, key);
    Satisfies('required', (value) => value !== undefined && value !== null && value !== '', says({ code: 'required' }))(prototype, key);
    for (const rule of rules) rule(prototype, key);
  };
}

/** Text loses outer white space and is stored in Unicode NFC; control characters and lone surrogates are refused. */
const readable = (value: unknown) => typeof value === 'string' && value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll(/[\t\r\n]/g, ''));
const tidy = Transform(({ value }) => (typeof value === 'string' && value.isWellFormed() ? value.trim().normalize('NFC') : value));

/** Text a person wrote, at most `max` characters. */
export function Text(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const rules = [
    tidy,
    IsString(says({ code: 'wrong-type' })),
    Satisfies('readable', readable, says({ code: 'unreadable-text' })),
    MaxLength(options.max, says({ code: 'too-long', limit: options.max })),
  ];
  if (options.min) rules.push(MinLength(options.min, says({ code: 'too-short', limit: options.min })));
  return field(options, { type: 'string', maxLength: options.max, minLength: options.min }, rules);
}

/** A password as it was typed: never trimmed. What it may be is for those who store it; this only bounds the work. */
export function Password(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'password', maxLength: 512 }, [
    IsString(says({ code: 'wrong-type' })),
    MaxLength(512, says({ code: 'too-long', limit: 128 })),
  ]);
}

/** The id of a record. */
export function Id(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid' }, [IsUUID('all', says({ code: 'not-an-id' }))]);
}

/** The ids of records, none twice, at most `max`. */
export function Ids(options: FieldOptions & { max: number }): PropertyDecorator {
  const items = { type: 'string', format: 'uuid', nullable: false, required: true, description: options.says } as const;
  return field(options, { type: 'array', items }, [
    IsArray(says({ code: 'wrong-type' })),
    ArrayMaxSize(options.max, says({ code: 'too-many', limit: options.max })),
    IsUUID('all', { ...says({ code: 'not-an-id' }), each: true }),
  ]);
}

/** A calendar date without a zone, `YYYY-MM-DD`, from 1900 to 2100. */
export function LocalDate(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date' }, [Satisfies('local-date', isLocalDate, says({ code: 'not-a-date' }))]);
}

/** A moment, ISO 8601 with a zone; the API answers in UTC. */
export function Instant(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, [Satisfies('instant', isInstant, says({ code: 'not-an-instant' }))]);
}

/** One value of a code list. */
export function Code(codes: readonly string[], options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', enum: codes }, [IsIn([...codes], says({ code: 'not-a-code', allowed: codes }))]);
}

/** Several values of a code list, none twice. */
export function Codes(codes: readonly string[], options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'array', items: { type: 'string', enum: codes, nullable: false, required: true, description: options.says } }, [
    IsArray(says({ code: 'wrong-type' })),
    ArrayMaxSize(codes.length, says({ code: 'too-many', limit: codes.length })),
    IsIn([...codes], { ...says({ code: 'not-a-code', allowed: codes }), each: true }),
  ]);
}

/** A whole number. */
export function Whole(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(options, { type: 'integer', minimum: options.min, maximum: options.max }, [
    IsInt(says({ code: 'wrong-type' })),
    Min(options.min, says({ code: 'out-of-range', limit: options.min })),
    Max(options.max, says({ code: 'out-of-range', limit: options.max })),
  ]);
}

/** A number with decimals. */
export function Decimal(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(options, { type: 'number', minimum: options.min, maximum: options.max }, [
    IsNumber({ allowNaN: false, allowInfinity: false }, says({ code: 'wrong-type' })),
    Min(options.min, says({ code: 'out-of-range', limit: options.min })),
    Max(options.max, says({ code: 'out-of-range', limit: options.max })),
  ]);
}

/** Yes or no. */
export function Flag(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, [IsBoolean(says({ code: 'wrong-type' }))]);
}

/** Text that fits a pattern. */
export function Pattern(pattern: RegExp, options: FieldOptions & { max: number }): PropertyDecorator {
  return field(options, { type: 'string', maxLength: options.max }, [
    tidy,
    IsString(says({ code: 'wrong-type' })),
    MaxLength(options.max, says({ code: 'too-long', limit: options.max })),
    Matches(pattern, says({ code: 'wrong-type' })),
  ]);
}

/** A nested object. */
export function One(shape: () => Shape, options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'object', shape }, [
    Satisfies('object', isPlainObject, says({ code: 'wrong-type' })),
    ValidateNested(),
    typed(shape),
  ]);
}

/** An object whose fields are declared somewhere else, and checked there. */
export function SomeObject(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'object' }, [Satisfies('object', isPlainObject, says({ code: 'wrong-type' }))]);
}

/** A list of nested objects, at most `max`. */
export function Many(shape: () => Shape, options: FieldOptions & { max: number }): PropertyDecorator {
  return field(options, { type: 'array', shape }, [
    IsArray(says({ code: 'wrong-type' })),
    ArrayMaxSize(options.max, says({ code: 'too-many', limit: options.max })),
    Satisfies('objects', (value) => Array.isArray(value) && value.every(isPlainObject), says({ code: 'wrong-type' })),
    ValidateNested({ each: true }),
    typed(shape),
  ]);
}

const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const typed = (shape: () => Shape) => Type(shape as () => new () => object);
