import type { Language } from '../staff/codes.js';
import type { ReportColumn, ReportSection, reportSections } from './codes.js';

/** A text in each language. */
export type Text = Readonly<Record<Language, string>>;
const text = (sv: string, en: string): Text => ({ sv, en });

const ages = {
  'under-18': text('Under 18 år', 'Under 18'),
  '18-29': text('18–29 år', '18–29'),
  '30-54': text('30–54 år', '30–54'),
  '55-and-over': text('55 år eller äldre', '55 and over'),
};

/** The report's headings in each language, as they stand on screen and in files. */
export const sectionTexts: Readonly<Record<ReportSection, Text>> = {
  participants: text('Deltagare', 'Participants'),
  'entered-by-age': text('Nya deltagare efter ålder vid start', 'Entered, by age at the start'),
  'active-by-age': text('Deltagare under perioden efter ålder vid start', 'Took part, by age at the start'),
  'left-by-age': text('Avslutade efter ålder vid start', 'Left, by age at the start'),
  'active-by-stage': text('Pågående på periodens sista dag, efter insats', "Going on at the period's last day, by stage"),
  'results-at-exit': text('Resultat inom fyra veckor efter avslut', 'Results within four weeks after leaving'),
};

/** What each row is called, by section and row. */
export const rowTexts: { readonly [Section in ReportSection]: Readonly<Record<(typeof reportSections)[Section][number], Text>> } = {
  participants: {
    entered: text('Började under perioden', 'Entered during the period'),
    active: text('Deltog någon dag under perioden', 'Took part on any day of the period'),
    left: text('Avslutades under perioden', 'Left during the period'),
  },
  'entered-by-age': ages,
  'active-by-age': ages,
  'left-by-age': ages,
  'active-by-stage': {
    coaching: text('Coachning', 'Coaching'),
    mapping: text('Kartläggning', 'Mapping'),
    internship: text('Praktik', 'Internship'),
    matching: text('Matchning', 'Matching'),
    'follow-along': text('Uppföljande stöd', 'Follow-along support'),
    none: text('Ingen pågående insats', 'No open stage'),
  },
  'results-at-exit': {
    employed: text('I arbete (var arbetslösa eller utanför arbetskraften)', 'In work (were unemployed or inactive)'),
    'in-education': text('I utbildning', 'In education or training'),
    'job-seeking': text('Söker arbete (var utanför arbetskraften)', 'Looking for work (were inactive)'),
    qualification: text('Har fått en kvalifikation', 'Gained a qualification'),
    'facts-missing': text('Uppgifter saknas', 'Facts are missing'),
  },
};

export const columnTexts: Readonly<Record<ReportColumn, Text>> = {
  woman: text('Kvinnor', 'Women'),
  man: text('Män', 'Men'),
  'non-binary': text('Icke-binära', 'Non-binary'),
  total: text('Totalt', 'Total'),
};

/** What a row of a section is called. */
export const rowText = (section: ReportSection, row: string): Text => (rowTexts[section] as Readonly<Record<string, Text>>)[row] ?? text(row, row);
