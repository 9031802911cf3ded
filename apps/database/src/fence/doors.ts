import type { ServiceRole } from '../roles/role-names.js';
import { type Gate, gates, ownMeetings } from './gates.js';

type Command = 'select' | 'insert' | 'update' | 'delete';

/** What one database role may do with a table; several gates of one command are joined by "or". */
export interface Door {
  role: ServiceRole;
  command: Command;
  gates: readonly Gate[];
  /** Only these columns; all when left out. */
  columns?: readonly string[];
}

/** Who reaches a table, and how its rows are kept. */
export interface Fence {
  table: string;
  /**
   * case: rows of a person's case, which carry their organisation. figures: made from cases, above organisations.
   * common: the few tables that organisations share, and the people who work in them.
   */
  kind: 'case' | 'figures' | 'common';
  /** Every version is kept in history. */
  history: boolean;
  /** The columns whose update must raise the version; none: the table has no version. */
  versioned: boolean;
  doors: readonly Door[];
  /** What holds of every row that the API reaches, whichever gate lets it through: it is not of a person who is hidden. */
  unlessHidden?: Gate;
  /**
   * That stands within each of the API's doors, and not beside them as a policy of its own: behind another policy PostgreSQL
   * uses no index for an operator that it does not know to be leakproof, such as the overlap of two arrays (measured on
   * 100 000 people: 2 ms against 24).
   */
  hiddenWithin?: true;
}

/** A door, in a line. */
export const door = (role: ServiceRole, command: Command, gatesOf: readonly Gate[], columns?: readonly string[]): Door => ({
  role,
  command,
  gates: gatesOf,
  columns,
});

/** Case rows that hang on an enrolment: read and written by its coaches and the leaders of its site; `more` may read. */
export const caseWork = (...more: readonly Gate[]): Door[] => {
  const mine = [gates.coachOf('enrolment_id'), gates.leaderOfSite('site_id')];
  return [door('api', 'select', [...mine, ...more]), door('api', 'insert', mine), door('api', 'update', mine)];
};

/** Answers to voluntary questions: for those who ask them and answer for the site, and for whom a grant shows them. */
export const sensitive = (): Door[] => {
  const mine = [gates.asksVoluntaryQuestionsOf('enrolment_id'), gates.leaderOfSite('site_id')];
  return [door('api', 'select', [...mine, gates.grantedSensitiveFactsAt('site_id')]), door('api', 'insert', mine), door('api', 'update', mine)];
};

/** Pseudonymous case rows, which the leader of the whole project sees too, and whoever has opened the person. */
export const pseudonymous = (enrolment = 'enrolment_id'): Door[] => {
  const mine = [gates.coachOf(enrolment), gates.leaderOfSite('site_id')];
  return [
    door('api', 'select', [...mine, gates.leaderOfProject('project_id'), gates.opened(enrolment)]),
    door('api', 'insert', mine),
    door('api', 'update', mine),
  ];
};

/** What everybody who is signed in reads, and some write. */
export const sharedByAll = (...writers: Gate[]): Door[] => [
  door('api', 'select', [gates.signedIn]),
  door('api', 'insert', writers),
  door('api', 'update', writers),
  door('worker', 'select', [gates.job]),
  door('report', 'select', [gates.job]),
];

/** Who sees a meeting whoever takes part: its coach, and who leads the site. */
export const meetingGates = [ownMeetings, gates.leaderOfSite('site_id')];
/** What ties a row of a case to its place. */
export const dates = ['id', 'organisation_id', 'project_id', 'site_id'] as const;
