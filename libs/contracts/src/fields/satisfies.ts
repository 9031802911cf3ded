import { registerDecorator, type ValidationOptions } from 'class-validator';

/** A validation rule that is a plain function of the value. */
export function Satisfies(name: string, holds: (value: unknown) => boolean, options: ValidationOptions): PropertyDecorator {
  return (prototype, key) => {
    registerDecorator({ name, target: prototype.constructor, propertyName: String(key), options, validator: { validate: holds } });
  };
}
