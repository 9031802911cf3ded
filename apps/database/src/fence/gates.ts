/** Who may see or write a row, as a condition on the row's own columns, evaluated once for each statement. */
export type Gate = string;

/**
 * A part of what the asker may see today, looked up once for each statement: a row that is read by its key. A row that is
 * behind is not believed; then it is worked out. For what nearly every statement asks: the signature of who asks is verified
 * once for the row, which is there for nobody else (`itself`).
 */
const lookedUp = (part: string): string =>
  `(select coalesce((select mine.${part} from app.sight mine
    where mine.staff_id = access.stated_id() and mine.worked_out_version = mine.version and mine.worked_out_for = app.today()),
    (access.work_out_my_sight()).${part}))`;
/** The same by a function: it costs more when it is asked, and nothing where an earlier gate has let the row through. */
const asked = (part: string): string => `(select (access.my_sight()).${part})`;

/** The gates that policies are made of. Each is a column and a set that depends on who asks. */
export const gates = {
  coachOf: (enrolment: string) => `${enrolment} = any (${lookedUp('coached_enrolments')}::uuid[])`,
  coachOfPerson: (participant: string) => `${participant} = any (${lookedUp('coached_participants')}::uuid[])`,
  leaderOfSite: (site: string) => `${site} = any (${asked('led_sites')}::uuid[])`,
  leaderOfASiteAmong: (sites: string) => `${sites} && ${asked('led_sites')}`,
  leaderOfProject: (project: string) => `${project} = any (${asked('led_projects')}::uuid[])`,
  /** Names that a leader of the site has granted for a time. */
  namedAtASiteAmong: (sites: string) => `${sites} && ${asked('named_sites')}`,
  /** The answers to voluntary questions: those of the cases that the asker is main or co-coach of. */
  asksVoluntaryQuestionsOf: (enrolment: string) => `${enrolment} = any (array(select access.my_sensitive_enrolments()))`,
  /** Sites where a grant shows them, beside the names. */
  grantedSensitiveFactsAt: (site: string) => `${site} = any (array(select access.my_sensitive_sites()))`,
  auditorOf: (organisation: string) => `${organisation} = any (${asked('audited_organisations')}::uuid[])`,
  funderOfProject: (project: string) => `${project} = any (${asked('funded_projects')}::uuid[])`,
  /** Asked of each row: a list names a few colleagues, and there are thousands. */
  colleague: (staff: string) => `access.is_colleague(${staff})`,
  administrator: asked('administers'),
  signedIn: `coalesce(${lookedUp('active')}, false)`,
  /** The same without a look-up of its own, for the row that all the others look up. */
  itself: (staff: string) => `${staff} = access.asker_id()`,
  me: (staff: string) => `${staff} = (select access.asker_id())`,
  /** Those whom the asker is named for. */
  named: (participant: string) => `${participant} = any (array(select access.my_named_participants()))`,
  /** People whom the asker has opened with a reason within the hour: an array that is worked out once, and as a rule an empty one. */
  openedPerson: (participant: string) => `${participant} = any ((select access.my_opened_participants())::uuid[])`,
  opened: (enrolment: string) => `${enrolment} = any ((select access.my_opened_enrolments())::uuid[])`,
  job: `(select access.asker_kind()) = 'job'`,
  all: 'true',
} as const;

/** A coach's own meetings for as long as the coach works at the site. */
export const ownMeetings: Gate = `${gates.me('coach_id')} and site_id = any (${lookedUp('coached_sites')}::uuid[])`;
/** Meetings where somebody takes part whom the asker sees there, for the own caseload or since the person was opened. */
export const somebodyIsSeenThere: Gate = 'exists (select from app.attendance a where a.meeting_id = meeting.id)';
/** Meetings of other coaches where somebody of the own caseload takes part. */
export const coachedMeetings: Gate = 'id = any (array(select access.my_coached_meetings()))';
/** A review of a site is its leader's, one of a whole organisation is its auditor's; an auditor reads those of the sites, too. */
export const answersForReview: Gate = `${gates.leaderOfSite('site_id')} or site_id is null and ${gates.auditorOf('organisation_id')}`;

/**
 * What a row must not be of: a protected person whom the asker is not named for. Each stands beside the gates as a restrictive
 * policy (of people within each door, see `hiddenWithin`): whatever gate lets a row through, it is not there for the unnamed. An array that is worked out once for each
 * statement, and as a rule an empty one.
 */
export const unlessHidden = {
  participant: (participant: string): Gate => `${participant} <> all ((select access.hidden_participants())::uuid[])`,
  enrolment: (enrolment: string): Gate => `${enrolment} <> all ((select access.hidden_enrolments())::uuid[])`,
  /** Where others take part, the meeting is there without the attendance of who is hidden. */
  meeting: (meeting: string): Gate => `${meeting} <> all ((select access.hidden_meetings())::uuid[])`,
  /** Where one of several may be known of, the row is there; so it is when it is of nobody. */
  oneOf: (people: string): Gate => `${people} = '{}' or not ${people} <@ (select access.not_to_be_known())`,
} as const;
