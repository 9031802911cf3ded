import type { DeclineReason, EnrolmentStatus, ExitReason } from '@stegvis/contracts/enrolments/codes';
import type { Gender } from '@stegvis/contracts/participants/codes';
import type { DemoSite } from './places.js';

/** How far somebody has come. */
export type Situation = 'new' | 'coaching' | 'internship' | 'internship-ending' | 'after-internship' | 'job';

/** One person's case, in a few words; the rest is told by chance. */
export interface Case {
  status: EnrolmentStatus;
  /** Which seat of the site's team: 0 is the first; null when nobody has been named. */
  seat: number | null;
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
  /** Counted and not named: the person has not consented to being named. */
  nameless?: boolean;
  /** The seat of a second coach. */
  coSeat?: number;
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

/** Active cases of a seat, with what tends to go wrong here and there. */
const active = (count: number, seat: number, from: number): Case[] =>
  many(count, (index) => {
    const place = from + index;
    const situation = usual[place % usual.length] as Situation;
    return {
      status: 'active',
      seat,
      situation,
      quiet: place % 9 === 3 && situation !== 'new',
      unwritten: place % 8 === 2,
      missing: place % 10 === 5,
      returning: place % 23 === 12,
    };
  });

const exited = (count: number, seat: number): Case[] => many(count, () => ({ status: 'exited', seat }));

/** The demo coach's own caseload, case by case: every kind of work that a day can hold. */
const demoCaseload: readonly Case[] = [
  { status: 'active', seat: 0, situation: 'internship', gender: 'woman', today: '10:30' },
  { status: 'active', seat: 0, situation: 'coaching', gender: 'man', today: '14:00' },
  { status: 'active', seat: 0, situation: 'internship-ending', gender: 'man' },
  { status: 'active', seat: 0, situation: 'internship-ending', gender: 'woman', unwritten: true },
  { status: 'active', seat: 0, situation: 'internship', gender: 'man', quiet: true },
  { status: 'active', seat: 0, situation: 'coaching', gender: 'woman', quiet: true },
  { status: 'active', seat: 0, situation: 'coaching', gender: 'woman', missing: true },
  { status: 'active', seat: 0, situation: 'coaching', gender: 'woman', returning: true },
  { status: 'active', seat: 0, situation: 'new', gender: 'man' },
  { status: 'active', seat: 0, situation: 'new', gender: 'woman', nameless: true },
  { status: 'active', seat: 0, situation: 'after-internship', gender: 'man', unwritten: true },
  { status: 'active', seat: 0, situation: 'after-internship', gender: 'non-binary' },
  { status: 'active', seat: 0, situation: 'job', gender: 'man' },
  { status: 'active', seat: 1, situation: 'coaching', gender: 'woman', coSeat: 0 },
  { status: 'on-hold', seat: 0, situation: 'coaching', gender: 'woman' },
  { status: 'referred', seat: 0, gender: 'woman' },
  { status: 'referred', seat: 0, gender: 'man' },
  ...exited(4, 0),
];

/** The second seat has been two people's. */
const gotland: readonly Case[] = [
  ...demoCaseload,
  ...active(15, 1, 3),
  ...exited(4, 0),
  ...exited(18, 1),
  { status: 'on-hold', seat: 1, situation: 'internship' },
  { status: 'referred', seat: null, nameless: true },
  { status: 'waiting', seat: null },
  { status: 'declined', seat: null, declineReason: 'not-target-group' },
  { status: 'declined', seat: null, declineReason: 'not-reached' },
];

/** The coach of the first seat has just left, and somebody else has taken over. */
const jonkoping: readonly Case[] = [
  ...active(16, 0, 0),
  ...active(15, 1, 6),
  { status: 'active', seat: 0, situation: 'coaching', returning: true },
  ...exited(9, 0),
  ...exited(8, 1),
  { status: 'exited', seat: 1, exitReason: 'registered-by-mistake' },
  { status: 'on-hold', seat: 1, situation: 'coaching', nameless: true },
  { status: 'on-hold', seat: 0, situation: 'internship' },
  { status: 'referred', seat: 0 },
  { status: 'referred', seat: null },
  { status: 'waiting', seat: null },
  { status: 'declined', seat: null, declineReason: 'own-wish' },
];

/** What sites have beside, in turn. */
const extras: readonly (readonly Case[])[] = [
  [
    { status: 'on-hold', seat: 0, situation: 'coaching' },
    { status: 'waiting', seat: null },
  ],
  [
    { status: 'referred', seat: null },
    { status: 'declined', seat: null, declineReason: 'no-place' },
    { status: 'waiting', seat: null },
  ],
  [
    { status: 'waiting', seat: null },
    { status: 'on-hold', seat: 0, situation: 'internship' },
  ],
  [
    { status: 'active', seat: 0, situation: 'coaching', returning: true },
    { status: 'referred', seat: null },
    { status: 'declined', seat: null, declineReason: 'other-measure' },
  ],
  [
    { status: 'referred', seat: 0 },
    { status: 'referred', seat: null },
    { status: 'on-hold', seat: 0, situation: 'coaching' },
  ],
  [
    { status: 'declined', seat: null, declineReason: 'other' },
    { status: 'waiting', seat: null },
  ],
];

/** The municipalities with two coaches at a time. */
export const largeSites: readonly string[] = ['Nybro', 'Västervik'];
const seatLoad = { least: 15, more: 3 } as const;

/** The cases of a site; municipalities differ by their place in the list. */
export function casesAt(site: DemoSite, place: number): readonly Case[] {
  if (site.facts.name === 'Gotland') return gotland;
  if (site.facts.name === 'Jönköping') return jonkoping;
  const seats = largeSites.includes(site.facts.name) ? [0, 1] : [0];
  return [
    ...seats.flatMap((seat) => active(seatLoad.least + ((place + seat) % seatLoad.more), seat, place * 4 + seat * 5)),
    ...seats.flatMap((seat) => exited(seats.length === 2 ? 5 : 6 + (place % 3), seat)),
    { status: 'referred', seat: 0 },
    ...(extras[place % extras.length] as readonly Case[]),
  ];
}
