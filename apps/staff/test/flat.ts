type Messages = { [key: string]: string | Messages };

/** Messages by their whole key, such as `resources.meetings.name`. */
export function flat(messages: object, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(messages as Messages)) {
    const path = `${before}${key}`;
    if (typeof value === 'string') all.set(path, value);
    else for (const [inner, text] of flat(value, `${path}.`)) all.set(inner, text);
  }
  return all;
}
