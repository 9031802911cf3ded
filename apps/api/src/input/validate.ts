import type { Shape } from '@stegvis/contracts/fields/field';
import { type InputFault, Refusal } from '@stegvis/contracts/problems/refusal';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';

/** Makes an instance of a contract class out of plain input, or refuses with a fault for each input that does not fit. */
export function validateInput<T extends object>(shape: Shape<T>, plain: object): T {
  const instance = plainToInstance(shape as unknown as new () => T, plain);
  const faults = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false, stopAtFirstError: true });
  if (faults.length > 0)
    throw new Refusal('invalid-input', 'invalid-input', { errors: Object.fromEntries(faults.flatMap((fault) => faultsAt(fault, ''))) });
  return instance;
}

function faultsAt(error: ValidationError, above: string): [string, InputFault][] {
  const path = above ? `${above}.${error.property}` : error.property;
  const inside = (error.children ?? []).flatMap((child) => faultsAt(child, path));
  const [rule] = Object.keys(error.constraints ?? {});
  if (!rule) return inside;
  const told = error.contexts?.[rule] as InputFault | undefined;
  return [[path, told ?? { code: rule === 'whitelistValidation' ? 'unknown-field' : 'wrong-type' }], ...inside];
}
