/** Who a person is in a project, or in the installation. */
export const roles = ['coach', 'local-leader', 'project-leader', 'funder', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const caseWorkers: readonly Role[] = ['coach', 'local-leader'];
const leaders: readonly Role[] = ['local-leader', 'project-leader'];
const staffOfProjects: readonly Role[] = ['coach', 'local-leader', 'project-leader'];
const readersOfTheLog: readonly Role[] = ['local-leader', 'auditor'];
const administrators: readonly Role[] = ['administrator'];

/**
 * Which roles may do what. The API's guard and the staff UI read this one table; which *rows* a person sees is decided
 * by the database. A person with several roles may do what any of them may.
 */
export const permissions = {
  'my-day.read': caseWorkers,
  // Everyone may ask; what is found is what the database lets each see.
  'search.read': everyone,
  // Somebody who leads the project sees the people whose names were granted, and nobody else.
  'participants.read': staffOfProjects,
  'participants.refer': caseWorkers,
  'participants.change': caseWorkers,
  'participants.protect': caseWorkers,
  'participants.name-staff': caseWorkers,
  'participants.ask-to-lift': caseWorkers,
  'participants.lift': caseWorkers,
  'participants.read-log': leaders,
  'name-grants.read': leaders,
  'name-grants.give': ['local-leader'],
  'name-grants.end': ['local-leader'],
  'stand-ins.read': caseWorkers,
  'stand-ins.appoint': ['local-leader'],
  'stand-ins.end': ['local-leader'],
  'openings.read': caseWorkers,
  // A coach needs the right with the role, too: the database looks.
  'openings.open': caseWorkers,
  'enrolments.read': staffOfProjects,
  'enrolments.change': caseWorkers,
  'enrolments.accept': caseWorkers,
  'enrolments.decline': caseWorkers,
  'enrolments.exit': caseWorkers,
  'stage-periods.read': staffOfProjects,
  'stage-periods.start': caseWorkers,
  'stage-periods.change': caseWorkers,
  'stage-periods.end': caseWorkers,
  'meetings.read': caseWorkers,
  'meetings.plan': caseWorkers,
  'meetings.change': caseWorkers,
  'meetings.hold': caseWorkers,
  'meetings.cancel': caseWorkers,
  'meetings.miss': caseWorkers,
  'meetings.void': caseWorkers,
  'reminders.read': staffOfProjects,
  'reminders.change': caseWorkers,
  'reminders.complete': caseWorkers,
  'reminders.snooze': caseWorkers,
  // Whoever answers for a site takes its lists out; a coach works in the system, and who leads the project has the reports.
  'exports.read': ['local-leader'],
  'exports.create': ['local-leader'],
  'exports.download': ['local-leader'],
  'exports.withdraw': ['local-leader'],
  // An auditor sees who did what by ids; a leader, whom of the own sites' people it was about.
  'access-log.read': readersOfTheLog,
  'access-reviews.read': readersOfTheLog,
  'access-reviews.start': readersOfTheLog,
  'access-reviews.mark': readersOfTheLog,
  'access-reviews.sign': readersOfTheLog,
  'dashboard.read': leaders,
  'report-runs.read': ['project-leader'],
  'report-runs.export': ['project-leader'],
  'report-runs.request': ['project-leader'],
  'report-runs.change': ['project-leader'],
  'report-runs.check': ['project-leader'],
  'report-runs.submit': ['project-leader'],
  'report-schedules.read': ['project-leader'],
  'report-schedules.change': ['project-leader'],
  'submissions.read': ['project-leader', 'funder'],
  'submissions.export': ['project-leader', 'funder'],
  'submissions.return': ['funder'],
  'organisations.read': everyone,
  'organisations.change': administrators,
  'projects.read': everyone,
  'projects.change': administrators,
  'sites.read': everyone,
  'sites.change': administrators,
  'targets.read': ['local-leader', 'project-leader', 'funder', 'administrator'],
  'targets.change': ['project-leader', 'administrator'],
  'staff.read': ['coach', 'local-leader', 'project-leader', 'administrator'],
  'staff.change': administrators,
  'role-assignments.read': administrators,
  'role-assignments.change': administrators,
  // Another than the one who gave it: the database looks.
  'role-assignments.confirm': administrators,
  'role-assignments.refuse': administrators,
  'worker.read': everyone,
  'account.read': everyone,
  'account.change': everyone,
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof permissions;

/** Every verb there is. */
export const verbs = Object.keys(permissions) as Verb[];

/** The verbs that a person with these roles may use. */
export function verbsOf(held: readonly Role[]): Verb[] {
  return verbs.filter((verb) => mayUse(held, verb));
}

/** Whether a person with these roles may use this verb. */
export function mayUse(held: readonly Role[], verb: Verb): boolean {
  return permissions[verb].some((role) => held.includes(role));
}
