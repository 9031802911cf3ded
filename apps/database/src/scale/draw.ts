/**
 * SQL expressions that draw by chance, and draw the same again for the same seed. `$1` is the seed (bigint). Each draw of
 * a thing has a number of its own, so that one does not decide another.
 */

/** A share from 0 to 1, 1 not included. `thing` is a whole number that names what it is drawn for. */
export const share = (thing: string, draw: number): string =>
  `((hashint8extended((${thing}) * 64 + ${draw}, $1::bigint) & 16777215)::double precision / 16777216)`;

/** A whole number from `min` to `max`, both included. */
export const whole = (thing: string, draw: number, min: number, max: number): string =>
  `(${min} + floor(${share(thing, draw)} * ${max - min + 1}))::integer`;

/** One of some texts of our own, as often as its weight says. */
export function oneOf(thing: string, draw: number, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  const sum = entries.reduce((all, [, weight]) => all + weight, 0);
  let before = 0;
  const thresholds = entries.map(([, weight]) => {
    const threshold = before / sum;
    before += weight;
    return threshold;
  });
  const texts = entries.map(([text]) => `'${text}'`);
  return `(array[${texts}]::text[])[width_bucket(${share(thing, draw)}, array[${thresholds}]::double precision[])]`;
}

/** One of a list of texts, `list` being an SQL expression of type text[]. */
export const among = (thing: string, draw: number, list: string): string =>
  `(${list})[1 + floor(${share(thing, draw)} * cardinality(${list}))::integer]`;

/** An id that follows from the seed, the kind of thing and its number; it has the form of a random UUID, which the API asks for. */
export const idOf = (kind: string, thing: string): string =>
  `overlay(overlay(md5($1::bigint || ' ${kind} ' || (${thing})) placing '4' from 13) placing '8' from 17)::uuid`;

/** The day, or the working day before it. */
export const workdayBefore = (day: string): string => `(${day} - greatest(extract(isodow from ${day})::integer - 5, 0))`;
