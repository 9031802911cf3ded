/** Levels that a body may have; no contract comes near it. */
const deepest = 12;

/** Whether a value lies in itself deeper than any input of ours: the checks that follow go down level by level. */
export function tooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inside) => tooDeep(inside, left - 1));
}
