import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { nameForm } from '@stegvis/contracts/search/name-form';
import { menu } from '../layout/menu';

/** Somewhere to go, or something to begin, that the palette offers. */
export interface Place {
  to: string;
  label: string;
}

/** What is begun from anywhere; the rest is the menu. */
const actions: readonly { to: string; label: string; verb: Verb }[] = [
  { to: '/meetings/create', label: 'meeting.log', verb: 'meetings.plan' },
  { to: '/meetings/create?status=planned', label: 'meeting.plan', verb: 'meetings.plan' },
  { to: '/participants/create', label: 'participant.refer', verb: 'participants.refer' },
];

/**
 * The actions and the pages of the menu that somebody may use, each word of whose name one of the searched words (in name form)
 * begins; all of them when nothing is searched for.
 */
export function placesFor(
  may: (verb: Verb) => boolean,
  t: (key: string, options: { smart_count: number }) => string,
  words: readonly string[],
): Place[] {
  return [...actions, ...menu.flatMap(({ entries }) => entries)]
    .filter(({ verb }) => may(verb))
    .map(({ to, label }) => ({ to, label: t(label, { smart_count: 2 }) }))
    .filter(({ label }) => words.every((word) => ` ${nameForm(label)}`.includes(` ${word}`)));
}
