/** Leaves out what was left empty, for inputs that the API takes only when they say something. */
export function withoutEmpty(values: Record<string, unknown>, names: readonly string[] = Object.keys(values)): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !names.includes(name) || (value !== null && value !== undefined && value !== '')),
  );
}
