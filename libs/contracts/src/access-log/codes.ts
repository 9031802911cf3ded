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
] as const;
export type FieldGroup = (typeof fieldGroups)[number];
