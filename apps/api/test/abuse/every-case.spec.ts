import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../../../', import.meta.url);
const abuse = 'apps/api/test/abuse';
const browser = 'apps/staff/test';

/** The abuse cases of the threat model by number: the files that show what comes of each, or why there is none yet. */
const cases: Readonly<Record<number, readonly string[] | `not yet built: ${string}`>> = {
  1: [`${abuse}/01-walking-ids.http.spec.ts`, 'apps/api/test/matrix/matrix.http.spec.ts'],
  2: [`${abuse}/02-telling-by-time.http.spec.ts`],
  3: [`${abuse}/03-another-organisation-in-the-request.http.spec.ts`],
  4: [`${abuse}/04-a-reference-to-a-stranger.http.spec.ts`, 'apps/database/src/fence/catalogue.db.spec.ts'],
  5: [`${abuse}/05-a-field-leaks.http.spec.ts`],
  6: [`${abuse}/06-more-fields-than-are-offered.http.spec.ts`],
  7: ['apps/api/test/matrix/matrix.http.spec.ts'],
  8: ['apps/api/test/twin-databases.http.spec.ts'],
  9: [`${abuse}/09-curious-lookup.http.spec.ts`],
  10: [`${abuse}/10-opening-is-misused.http.spec.ts`],
  11: [`${abuse}/11-session-theft.http.spec.ts`],
  12: [`${abuse}/12-withdrawn-and-still-working.http.spec.ts`, 'apps/api/test/changes-take-effect.http.spec.ts'],
  13: [`${abuse}/13-another-website.http.spec.ts`, `${browser}/13-another-website.browser.spec.ts`],
  14: [`${browser}/14-scripts-in-texts.browser.spec.ts`],
  15: [`${browser}/15-left-in-the-browser.browser.spec.ts`],
  16: [`${abuse}/16-taking-everything-along.http.spec.ts`, `${browser}/16-leafing-too-fast.browser.spec.ts`],
  17: [`${abuse}/17-a-formula-in-a-name.http.spec.ts`, 'libs/platform/src/spreadsheet/spreadsheet.spec.ts'],
  18: 'not yet built: an attacker takes on the figures of one report (small-groups-attack.spec.ts), and not those of all reports together',
  19: [`${abuse}/19-round-the-reports.db.spec.ts`, 'apps/database/src/fence/catalogue.db.spec.ts'],
  20: ['apps/database/src/fence/read-door.db.spec.ts'],
  21: [`${abuse}/21-statements-that-are-smuggled-in.http.spec.ts`, 'apps/database/src/fence/fence.db.spec.ts'],
  22: [`${abuse}/22-objects-where-texts-belong.http.spec.ts`, 'apps/api/test/malformed.http.spec.ts'],
  23: [`${abuse}/23-guessing-and-locking-out.http.spec.ts`],
  24: [`${abuse}/24-around-the-second-factor.http.spec.ts`],
  25: 'not yet built: nobody signs in by an identity provider',
  26: [`${abuse}/26-an-administrator-reads-cases.http.spec.ts`, `${browser}/26-a-role-takes-two.browser.spec.ts`],
  27: [`${abuse}/27-the-access-log-has-a-gap-or-was-changed.http.spec.ts`],
  28: [`${abuse}/28-the-access-log-is-unavailable.http.spec.ts`],
  29: [`${browser}/29-a-number-in-the-wrong-place.browser.spec.ts`],
  30: [`${abuse}/30-a-dump-is-stolen.db.spec.ts`, 'libs/domain/src/participants/identity-vault.spec.ts'],
  31: 'not yet built: no backup is made, and none is restored',
  32: 'not yet built: no consent is kept, and nothing is shared by it',
  33: 'not yet built: no file is uploaded',
  34: [`${abuse}/34-exhausting-the-servers.http.spec.ts`, 'apps/api/test/malformed.http.spec.ts'],
  35: [`${abuse}/35-two-changes-at-once.http.spec.ts`],
  36: 'not yet built: no mail is sent that a forged job could send',
  37: 'not yet built: no address that somebody typed is fetched',
  38: 'not yet built: no list of what the packages are made of',
};

/** What a file says of which abuse cases it is about: in its name, or where its tests are described. */
function namedBy(file: string): number[] {
  const [, ofName] = /\/(\d\d)-[^/]*$/.exec(`/${file}`) ?? [];
  const told = readFileSync(new URL(file, root), 'utf8').matchAll(/abuse cases? ((?:\d+(?:, | and )?)+)/g);
  return [...(ofName ? [Number(ofName)] : []), ...[...told].flatMap(([, numbers = '']) => (numbers.match(/\d+/g) ?? []).map(Number))];
}

const built = Object.entries(cases).flatMap(([number, files]): [number, string][] =>
  typeof files === 'string' ? [] : files.map((file) => [Number(number), file]),
);

describe('the abuse cases of the threat model', () => {
  it('are all here, from 1 to 38', () => {
    expect(Object.keys(cases).map(Number)).toEqual(Array.from({ length: 38 }, (_one, at) => at + 1));
  });

  it.each(built)('%i is shown by %s, which names it', (number, file) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    expect(namedBy(file)).toContain(number);
  });

  it('that have a file are in the list', () => {
    const files = [abuse, browser].flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`));
    const numbered = files.filter((file) => /\/\d\d-[^/]*\.spec\.ts$/.test(file));
    expect(numbered.length).toBeGreaterThan(15);
    expect(numbered.filter((file) => !built.some(([, listed]) => listed === file))).toEqual([]);
  });
});
