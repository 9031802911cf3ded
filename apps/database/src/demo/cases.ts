import type { DeclineReason, EnrolmentStatus, ExitReason } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { DemoSite } from './places.js';

/** How far somebody has come. */
export type Situation = 'new' | 'coaching' | 'internship' | 'internship-ending' | 'after-internship' | 'job';

/** One person's case, in a few words; the rest is told by chance. */
export interface Case {
  status: EnrolmentStatus;
  /** Which coach of the site: 0 is the first; null when nobody has been named. */
  coach: number | null;
  situation?: Situation;
  gender?: Gender;
  /** Nobody has met the person for more than a month. */
  quiet?: boolean;
  /** The last planned meeting has passed and is not written up. */
  unwritten?: boolean;
  /** Entry facts are missing. */
  missing?: boolean;
  /** Local time of a meeting today. */
  today?: string;
  /** Has been enrolled before. */
  returning?: boolean;
  /** The case was another coach's until that one left. */
  handedOverFrom?: number;
  /** A second coach. */
  coCoach?: number;
  exitReason?: ExitReason;
  declineReason?: DeclineReason;
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const usual: readonly Situation[] = [
  'internship',
  'coaching',
  'after-internship',
  'new',
  'internship',
  'coaching',
  'job',
  'internship-ending',
  'coaching',
  'internship',
  'after-internship',
];

/** Active cases of a coach, with what tends to go wrong here and there. */
const active = (count: number, coach: number, from: number): Case[] =>
  many(count, (index) => {
    const place = from + index;
    const situation = usual[place % usual.length] as Situation;
    return {
      status: 'active',
      coach,
      situation,
      quiet: place % 7 === 3 && situation !== 'new',
      unwritten: place % 6 === 2,
      missing: place % 8 === 5,
    };
  });

const exited = (count: number, coach: number): Case[] => many(count, () => ({ status: 'exited', coach }));

/** The demo coach's own caseload, case by case: every kind of work that a day can hold. */
const demoCaseload: readonly Case[] = [
  { status: 'active', coach: 0, situation: 'internship', gender: 'woman', today: '10:30' },
  { status: 'active', coach: 0, situation: 'coaching', gender: 'man', today: '14:00' },
  { status: 'active', coach: 0, situation: 'internship-ending', gender: 'man' },
  { status: 'active', coach: 0, situation: 'internship-ending', gender: 'woman', unwritten: true },
  { status: 'active', coach: 0, situation: 'internship', gender: 'man', quiet: true },
  { status: 'active', coach: 0, situation: 'coaching', gender: 'woman', quiet: true },
  { status: 'active', coach: 0, situation: 'coaching', gender: 'woman', missing: true },
  { status: 'active', coach: 0, situation: 'coaching', gender: 'woman', returning: true },
  { status: 'active', coach: 0, situation: 'new', gender: 'man' },
  { status: 'active', coach: 0, situation: 'new', gender: 'woman' },
  { status: 'active', coach: 0, situation: 'after-internship', gender: 'man', unwritten: true },
  { status: 'active', coach: 0, situation: 'after-internship', gender: 'non-binary' },
  { status: 'active', coach: 0, situation: 'job', gender: 'man' },
  { status: 'active', coach: 1, situation: 'coaching', gender: 'woman', coCoach: 0 },
  { status: 'on-hold', coach: 0, situation: 'coaching', gender: 'woman' },
  { status: 'referred', coach: 0, gender: 'woman' },
  { status: 'referred', coach: 0, gender: 'man' },
  ...exited(4, 0),
];

const gotland: readonly Case[] = [
  ...demoCaseload,
  ...active(7, 1, 3),
  ...active(6, 2, 1),
  ...exited(4, 1),
  ...exited(4, 2),
  { status: 'on-hold', coach: 1, situation: 'internship' },
  { status: 'referred', coach: null },
  { status: 'waiting', coach: null },
  { status: 'declined', coach: null, declineReason: 'not-target-group' },
];

/** The fourth coach of Jönköping has left. */
const jonkoping: readonly Case[] = [
  ...active(6, 0, 0),
  ...active(5, 1, 6),
  ...active(5, 2, 11),
  { status: 'active', coach: 0, situation: 'internship', handedOverFrom: 3 },
  { status: 'active', coach: 0, situation: 'coaching', gender: 'woman', handedOverFrom: 3 },
  { status: 'active', coach: 1, situation: 'after-internship', handedOverFrom: 3, quiet: true },
  { status: 'active', coach: 2, situation: 'coaching', returning: true },
  ...exited(4, 0),
  ...exited(4, 1),
  ...exited(3, 2),
  { status: 'exited', coach: 2, exitReason: 'registered-by-mistake' },
  { status: 'on-hold', coach: 1, situation: 'coaching' },
  { status: 'referred', coach: 0 },
  { status: 'referred', coach: null },
  { status: 'waiting', coach: null },
  { status: 'declined', coach: null, declineReason: 'own-wish' },
];

const extras: readonly Case[] = [
  { status: 'on-hold', coach: 0, situation: 'coaching' },
  { status: 'referred', coach: null },
  { status: 'waiting', coach: null },
  { status: 'active', coach: 1, situation: 'coaching', returning: true },
  { status: 'referred', coach: 0 },
  { status: 'declined', coach: null, declineReason: 'no-place' },
];

/** The cases of a site; municipalities differ by their place in the list. */
export function casesAt(site: DemoSite, place: number): readonly Case[] {
  if (site.facts.name === 'Gotland') return gotland;
  if (site.facts.name === 'Jönköping') return jonkoping;
  const more = extras[place % extras.length] as Case;
  return [...active(3, 0, place * 4), ...active(2, 1, place * 4 + 3), ...exited(2, 0), ...exited(1, 1), more];
}
