export const meetingKinds = ['individual', 'group', 'three-party', 'network'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingChannels = ['office', 'elsewhere', 'outdoors', 'video', 'phone'] as const;
export type MeetingChannel = (typeof meetingChannels)[number];

export const meetingStatuses = ['planned', 'held', 'missed', 'cancelled', 'voided'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** How it went for one participant; `expected` until the meeting is written up. */
export const attendanceStates = ['expected', 'attended', 'absent-with-notice', 'absent', 'cancelled-by-us'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** How it can have gone for a participant, by where the meeting stands; the first is what is meant when nothing is said. */
export const attendanceStatesOf = {
  planned: ['expected', 'cancelled-by-us', 'absent-with-notice'],
  held: ['attended', 'absent-with-notice', 'absent', 'cancelled-by-us'],
  missed: ['absent', 'absent-with-notice', 'cancelled-by-us'],
  cancelled: ['absent-with-notice', 'cancelled-by-us'],
  voided: attendanceStates,
} as const satisfies Record<MeetingStatus, readonly AttendanceState[]>;

/** The verbs of a meeting: from which status, to which. */
export const meetingTransitions = {
  hold: { from: ['planned'], to: 'held' },
  miss: { from: ['planned'], to: 'missed' },
  cancel: { from: ['planned'], to: 'cancelled' },
  void: { from: ['planned', 'held', 'missed', 'cancelled'], to: 'voided' },
} as const satisfies Record<string, { from: readonly MeetingStatus[]; to: MeetingStatus }>;
export type MeetingVerb = keyof typeof meetingTransitions;

export const voidReasons = ['wrong-person', 'entered-twice', 'never-happened', 'other'] as const;
export type VoidReason = (typeof voidReasons)[number];
