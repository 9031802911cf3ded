import type { MeetingFound, PersonFound } from '@stegvis/contracts/search/search';
import { participantPath } from '../fields/TextLink';
import { hasBegun } from '../meetings/hasBegun';
import type { Place } from './places';
import type { SearchState } from './useSearch';

/** One line of the palette. */
export type Choice =
  | { kind: 'person'; to: string; person: PersonFound }
  | { kind: 'meeting'; to: string; meeting: MeetingFound }
  | { kind: 'place'; to: string; label: string }
  | { kind: 'number'; number: string };

export interface ChoiceGroup {
  /** A message key. */
  title: string;
  choices: Choice[];
}

const ofPerson = (person: PersonFound): Choice => ({ kind: 'person', to: participantPath(person.id), person });
const ofPlace = ({ to, label }: Place): Choice => ({ kind: 'place', to, label });

/** A planned meeting that has begun is opened to be written up, any other as it stands. */
const ofMeeting = (meeting: MeetingFound): Choice => ({
  kind: 'meeting',
  to: `/meetings/${meeting.id}${meeting.status === 'planned' && hasBegun(meeting.startsAt) ? '/write-up' : ''}`,
  meeting,
});

/** What the palette offers, in groups; one without a choice is left out. */
export function choicesFor(
  search: SearchState,
  offered: { recent: readonly PersonFound[]; places: readonly Place[]; byNumber: boolean },
): ChoiceGroup[] {
  const { number } = search.reading;
  const { recent, places, byNumber } = offered;
  if (number !== null && byNumber) return [{ title: 'participant.find', choices: [{ kind: 'number', number }] }];
  const groups: ChoiceGroup[] = [
    { title: 'search.recent', choices: search.text === '' ? recent.map(ofPerson) : [] },
    { title: 'search.people', choices: (search.found?.people ?? []).map(ofPerson) },
    { title: 'search.meetings', choices: (search.found?.meetings ?? []).map(ofMeeting) },
    { title: 'search.pages', choices: places.map(ofPlace) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
