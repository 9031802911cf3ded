/** Groups of fields that an answer shows of a person, as the access log names them; `opening` says that the person was opened with a reason. */
export const fieldGroups = [
  'name',
  'contact',
  'number',
  'enrolment',
  'facts',
  'stages',
  'meetings',
  'notes',
  'reminders',
  'protection',
  'opening',
  'access-log',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** What was done, in a word: the database tells them apart (access_log.kind_of). */
export const accessKinds = ['open', 'list', 'search', 'change', 'export', 'refused', 'sign-in'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** So many of the people whom an answer showed stand in a list of events; an event read alone has all. */
export const mostNamed = 5;
/** The most lines of who looked at one person; beyond, a shorter period shows the rest. */
export const mostLooks = 500;
