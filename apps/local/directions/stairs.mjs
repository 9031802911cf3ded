/**
 * The stairs: the folders of libs/domain/src from the lowest to the highest. A folder knows only those below it, so
 * that a rule has one place and a change is felt only above it. A new folder gets its place here.
 */
export const stairs = [
  'history',
  'organisations',
  'projects',
  'sites',
  'targets',
  'staff',
  'name-grants',
  'stand-ins',
  'sign-in',
  'participants',
  'openings',
  'reminders',
  'enrolments',
  'protection',
  'stage-periods',
  'meetings',
  'exports',
  'my-day',
  'search',
  'dashboard',
  'report-runs',
  'access-log',
  'access-reviews',
  'worker-status',
];
