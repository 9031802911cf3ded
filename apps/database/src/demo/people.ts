import type { Gender } from '@stegvis/contracts/participants/codes';
import { readIdentityNumber } from '@stegvis/domain/participants';
import type { Day } from './days.js';
import { inAddress, type Name, type Names } from './names.js';
import type { DemoSite } from './places.js';
import { bornInSeries, olderTestNumber, series, testCoordinationNumbers, testNumber } from './test-numbers.js';
import { type Row, type Telling, type World, zoned } from './world.js';

export interface Person {
  id: string;
  organisationId: string;
  name: Name;
  gender: Gender;
  dateOfBirth: Day;
  /** Twelve digits, or null for those who have none. */
  number: string | null;
  /** Counted and not named: the name is a pseudonym, and nothing is written down to reach the person by. */
  pseudonymous: boolean;
  /** Writes the record, when the person becomes known. */
  register: (act: Telling) => void;
}

const streets = [
  'Björkvägen',
  'Rönngatan',
  'Lingonstigen',
  'Hasselvägen',
  'Ängsgatan',
  'Kvarnstigen',
  'Lärkvägen',
  'Tallgatan',
  'Syrenvägen',
  'Humlestigen',
];
/** Ends of pseudonyms, in the order in which they are given. */
const pseudonyms = ['4F7K', 'M3XP', 'R9DT'] as const;
/** Numbers that the telecom authority keeps for films and examples. */
const fictionalNumbers = { from: 1740605, to: 1740699 } as const;

/** Makes participants: names by chance, identity numbers of the official test series only, addresses that end in .example. */
export class People {
  private readonly used = new Set<string>();
  private pseudonymous = 0;
  private readonly coordination = [...testCoordinationNumbers];
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly names: Names,
  ) {}

  add(site: DemoSite, gender: Gender): Person {
    this.count++;
    const name = this.names.next(gender);
    const { number, dateOfBirth } = this.identity(gender, name);
    return this.record(site, { name, gender, dateOfBirth, number });
  }

  /** The person without consent to being named, under a pseudonym as Stegvis gives them. */
  withoutName(site: DemoSite, { id, name, gender, dateOfBirth }: Person): Person {
    const pseudonym = { ...name, given: 'Deltagare', family: pseudonyms[this.pseudonymous++] ?? '' };
    const row = {
      ...this.rowOf(site, { id, name: pseudonym, gender, dateOfBirth, number: null }),
      ...{ interpreter: false, phone: null, email: null, address: null, pseudonymous: true },
    };
    return { ...registered(row), name: pseudonym, gender, dateOfBirth, number: null, pseudonymous: true };
  }

  /** The same person once more: at another organisation a record of its own, which knows nothing of the first. */
  addAgain(site: DemoSite, { name, gender, dateOfBirth, number }: Person, known: { number: boolean } = { number: true }): Person {
    return this.record(site, { name, gender, dateOfBirth, number: known.number ? number : null });
  }

  /** Changes that somebody may tell of later: where to reach the person. */
  newContact(site: DemoSite): Row {
    const { chance } = this.world;
    return chance.percent(50) ? { phone: this.phone() } : { address: this.address(site) };
  }

  private identity(gender: Gender, name: Name): { number: string | null; dateOfBirth: Day } {
    const { chance, today } = this.world;
    const thisYear = Number(today.slice(0, 4));
    if (this.count % 16 === 0)
      return { number: null, dateOfBirth: `${thisYear - chance.whole(56, 62)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}` };
    if (gender === 'man' && name.background === 'swedish' && !this.used.has(olderTestNumber)) return this.once(olderTestNumber, '1964-08-23');
    if (name.background !== 'swedish' && this.count % 3 === 0) {
      const at = this.coordination.findIndex((number) => hintOf(number, today) === gender);
      if (at >= 0) {
        const [number = ''] = this.coordination.splice(at, 1);
        const read = readIdentityNumber(number, today);
        return this.once(number, ('dateOfBirth' in read && read.dateOfBirth) || `${number.slice(0, 4)}-07-01`);
      }
    }
    if (name.background !== 'swedish' && this.count % 11 === 0)
      return { number: null, dateOfBirth: bornInSeries(chance, today, { from: 20, to: 40 }) };
    const hint = gender === 'non-binary' ? chance.pick(['woman', 'man'] as const) : gender;
    const young = chance.percent(30);
    for (;;) {
      const dateOfBirth = bornInSeries(
        chance,
        today,
        young ? { from: 18, to: 28 } : { from: 29, to: Math.max(30, thisYear - Number(series.from.slice(0, 4)) - 2) },
      );
      const number = testNumber(dateOfBirth, hint);
      if (!this.used.has(number)) return this.once(number, dateOfBirth);
    }
  }

  private once(number: string, dateOfBirth: Day): { number: string; dateOfBirth: Day } {
    this.used.add(number);
    return { number, dateOfBirth };
  }

  private record(site: DemoSite, person: Pick<Person, 'name' | 'gender' | 'dateOfBirth' | 'number'>): Person {
    const { chance } = this.world;
    const { name } = person;
    const id = chance.uuid();
    const needsInterpreter = name.background !== 'swedish' && chance.percent(35);
    const mail = `${inAddress(`${name.given} ${name.family}`)}@post.example`;
    const row = {
      ...this.rowOf(site, { ...person, id }),
      interpreter: needsInterpreter,
      phone: chance.percent(94) ? this.phone() : null,
      email: chance.percent(75) ? mail : null,
      address: chance.percent(85) ? this.address(site) : null,
    };
    return { ...registered(row), ...person, pseudonymous: false };
  }

  /** A record in which nobody has said yet how the person is reached. */
  private rowOf({ organisationId }: DemoSite, person: Pick<Person, 'id' | 'name' | 'gender' | 'dateOfBirth' | 'number'>) {
    const { vault, today } = this.world;
    const { id, name, number, dateOfBirth, gender } = person;
    const kind = number && readIdentityNumber(number, today);
    return {
      id,
      organisation_id: organisationId,
      given_name: name.given,
      family_name: name.family,
      identity_kind: kind && 'kind' in kind ? kind.kind : 'none',
      identity_number_encrypted: number && bytes(vault.encrypt(number, { organisationId, participantId: id })),
      identity_number_hash: number && bytes(vault.hash(number, organisationId)),
      date_of_birth: dateOfBirth,
      gender,
      language: name.language,
      interpreter: false,
      phone: null as string | null,
      email: null as string | null,
      address: null as string | null,
      protection: 'none',
      pseudonymous: false,
      lift_asked_by: null,
      lift_asked_on: null,
      version: 1,
    };
  }

  private phone(): string {
    return `070-${this.world.chance.whole(fictionalNumbers.from, fictionalNumbers.to)}`;
  }

  private address(site: DemoSite): string {
    const { chance } = this.world;
    return `${chance.pick(streets)} ${chance.whole(1, 40)}, ${site.facts.town}`;
  }
}

const registered = (row: Row & { id: string; organisation_id: string }): Pick<Person, 'id' | 'organisationId' | 'register'> => ({
  id: row.id,
  organisationId: row.organisation_id,
  register: (act) => act.insert('participant', { ...row, created_at: zoned(act.at) }),
});

const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`;

function hintOf(number: string, today: Day): 'woman' | 'man' | undefined {
  const read = readIdentityNumber(number, today);
  return 'genderHint' in read ? read.genderHint : undefined;
}
