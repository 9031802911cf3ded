/** Groups of fields that an answer shows of a person, as the access log names them. */
export const fieldGroups = ['name', 'contact', 'number', 'enrolment', 'facts', 'stages', 'meetings', 'notes', 'reminders', 'protection'] as const;
export type FieldGroup = (typeof fieldGroups)[number];
