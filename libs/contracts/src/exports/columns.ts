import {
  type EnrolmentKind,
  type EnrolmentStatus,
  type ExitReason,
  enrolmentKinds,
  enrolmentStatuses,
  exitReasons,
  type Stage,
  stages,
} from '../enrolments/codes.js';
import { type MeetingChannel, type MeetingKind, type MeetingStatus, meetingChannels, meetingKinds, meetingStatuses } from '../meetings/codes.js';
import { type Gender, genders } from '../participants/codes.js';
import type { Text } from '../report-runs/texts.js';
import type { ExportResource } from './codes.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What a column holds: text, a local day, a number, or a code of a list, which is written as its word. */
export interface ExportColumn {
  /** The field of the list's row. */
  field: string;
  heading: Text;
  holds: 'text' | 'day' | 'number' | Readonly<Record<string, Text>>;
}

/** The words of a code list, none left out. */
const wordsOf = <Code extends string>(_codes: readonly Code[], words: Readonly<Record<Code, Text>>) => words;

const genderWords = wordsOf<Gender>(genders, {
  woman: text('Kvinna', 'Woman'),
  man: text('Man', 'Man'),
  'non-binary': text('Icke-binär', 'Non-binary'),
});
const stageWords = wordsOf<Stage>(stages, {
  coaching: text('Coachning', 'Coaching'),
  mapping: text('Kartläggning', 'Mapping'),
  internship: text('Praktik', 'Internship'),
  matching: text('Matchning', 'Matching'),
  'follow-along': text('Uppföljande stöd', 'Follow-along support'),
});
const statusWords = wordsOf<EnrolmentStatus>(enrolmentStatuses, {
  referred: text('Anvisad', 'Referred'),
  waiting: text('Väntar', 'Waiting'),
  active: text('Aktiv', 'Active'),
  'on-hold': text('Pausad', 'On hold'),
  exited: text('Avslutad', 'Left'),
  declined: text('Avböjd', 'Declined'),
});
const kindWords = wordsOf<EnrolmentKind>(enrolmentKinds, {
  jobseeker: text('Arbetssökande', 'Jobseeker'),
  professional: text('Yrkesverksam', 'Professional'),
});
const exitWords = wordsOf<ExitReason>(exitReasons, {
  work: text('Arbete', 'Work'),
  studies: text('Studier', 'Studies'),
  'other-measure': text('Annan insats', 'Another measure'),
  moved: text('Flytt', 'Moved away'),
  'ill-health': text('Ohälsa', 'Ill-health'),
  'parental-leave': text('Föräldraledighet', 'Parental leave'),
  'own-wish': text('Egen önskan', 'Own wish'),
  absence: text('Frånvaro', 'Absence'),
  deceased: text('Avliden', 'Deceased'),
  'registered-by-mistake': text('Inskriven av misstag', 'Registered by mistake'),
  other: text('Annat', 'Other'),
});
const meetingKindWords = wordsOf<MeetingKind>(meetingKinds, {
  individual: text('Enskilt', 'One to one'),
  group: text('Grupp', 'Group'),
  'three-party': text('Trepartssamtal', 'Three-party'),
  network: text('Nätverksmöte', 'Network meeting'),
});
const channelWords = wordsOf<MeetingChannel>(meetingChannels, {
  office: text('På kontoret', 'At the office'),
  elsewhere: text('På annan plats', 'Elsewhere'),
  outdoors: text('Utomhus', 'Outdoors'),
  video: text('Video', 'Video'),
  phone: text('Telefon', 'Phone'),
});
const meetingStatusWords = wordsOf<MeetingStatus>(meetingStatuses, {
  planned: text('Planerat', 'Planned'),
  held: text('Genomfört', 'Held'),
  missed: text('Uteblivet', 'Missed'),
  cancelled: text('Inställt', 'Cancelled'),
  voided: text('Makulerat', 'Voided'),
});

const place: readonly ExportColumn[] = [
  { field: 'projectName', heading: text('Projekt', 'Project'), holds: 'text' },
  { field: 'siteName', heading: text('Ort', 'Site'), holds: 'text' },
];
const coach: ExportColumn = { field: 'coachName', heading: text('Coach', 'Coach'), holds: 'text' };
const mainStage: ExportColumn = { field: 'mainStage', heading: text('Huvudsaklig insats', 'Main stage'), holds: stageWords };
const gender: ExportColumn = { field: 'gender', heading: text('Kön', 'Gender'), holds: genderWords };

/** Which columns a list has as a file, and in which order: no identity number, no contact details, nothing that was noted in words. */
export const exportColumns: Readonly<Record<ExportResource, readonly ExportColumn[]>> = {
  participants: [
    { field: 'familyName', heading: text('Efternamn', 'Family name'), holds: 'text' },
    { field: 'givenName', heading: text('Förnamn', 'Given name'), holds: 'text' },
    gender,
    ...place,
    { field: 'status', heading: text('Status', 'Status'), holds: statusWords },
    mainStage,
    coach,
    { field: 'lastContactOn', heading: text('Senaste kontakt', 'Last contact'), holds: 'day' },
    { field: 'dueReminders', heading: text('Påminnelser', 'Due reminders'), holds: 'number' },
  ],
  enrolments: [
    { field: 'participantName', heading: text('Deltagare', 'Participant'), holds: 'text' },
    gender,
    { field: 'birthYear', heading: text('Födelseår', 'Birth year'), holds: 'number' },
    ...place,
    { field: 'kind', heading: text('Slag', 'Kind'), holds: kindWords },
    { field: 'status', heading: text('Status', 'Status'), holds: statusWords },
    mainStage,
    coach,
    { field: 'referredOn', heading: text('Anvisad den', 'Referred on'), holds: 'day' },
    { field: 'startDate', heading: text('Start', 'Start'), holds: 'day' },
    { field: 'endDate', heading: text('Slut', 'End'), holds: 'day' },
    { field: 'exitReason', heading: text('Avslutsorsak', 'Exit reason'), holds: exitWords },
  ],
  meetings: [
    { field: 'day', heading: text('Dag', 'Day'), holds: 'day' },
    { field: 'time', heading: text('Tid', 'Time'), holds: 'text' },
    { field: 'minutes', heading: text('Minuter', 'Minutes'), holds: 'number' },
    { field: 'kind', heading: text('Slag', 'Kind'), holds: meetingKindWords },
    { field: 'channel', heading: text('Mötesform', 'Channel'), holds: channelWords },
    { field: 'status', heading: text('Status', 'Status'), holds: meetingStatusWords },
    { field: 'siteName', heading: text('Ort', 'Site'), holds: 'text' },
    coach,
    { field: 'participantNames', heading: text('Deltagare', 'Participants'), holds: 'text' },
    { field: 'attended', heading: text('Antal som deltog', 'Number attended'), holds: 'number' },
  ],
};

/** What each list is called in a file. */
export const resourceTexts: Readonly<Record<ExportResource, Text>> = {
  participants: text('Deltagare', 'Participants'),
  enrolments: text('Inskrivningar', 'Enrolments'),
  meetings: text('Möten', 'Meetings'),
};

/** The watermark: who took the list out, when, why, and how many rows there are. */
export const watermarkTexts = {
  about: text('Om utdraget', 'About this file'),
  list: text('Lista', 'List'),
  by: text('Uttagen av', 'Taken out by'),
  at: text('Uttagen', 'Taken out'),
  purpose: text('Ändamål', 'Purpose'),
  rows: text('Antal rader', 'Rows'),
  id: text('Utdragets nummer', 'Number of the export'),
  duty: text(
    'Uppgifterna omfattas av sekretess. Spara filen bara så länge ändamålet kräver, och radera den sedan.',
    'The information is covered by secrecy. Keep the file only for as long as the purpose requires, then delete it.',
  ),
} as const;
