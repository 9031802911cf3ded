/** The rules that find follow-ups, in the order in which my day shows them. */
export const reminderRules = [
  'person-opened',
  'number-registered-again',
  'naming-ends',
  'meeting-not-written-up',
  'no-contact',
  'exit-facts-missing',
  'entry-facts-missing',
] as const;
export type ReminderRule = (typeof reminderRules)[number];

/** `done` by hand, `cancelled` when the reason went away by itself. */
export const reminderStates = ['open', 'snoozed', 'done', 'cancelled'] as const;
export type ReminderState = (typeof reminderStates)[number];

export const reminderTransitions = {
  complete: { from: ['open', 'snoozed'], to: 'done' },
  snooze: { from: ['open', 'snoozed'], to: 'snoozed' },
} as const satisfies Record<string, { from: readonly ReminderState[]; to: ReminderState }>;

/** Days after a reminder was closed by hand until it is due again, if the reason is still there. */
export const dueAgainAfterDays = {
  'meeting-not-written-up': 7,
  'no-contact': 14,
  'exit-facts-missing': 7,
  'entry-facts-missing': 14,
  'number-registered-again': 7,
  'naming-ends': 3,
  // Never: the rule finds what nobody has seen yet.
  'person-opened': 0,
} as const satisfies Record<ReminderRule, number>;
