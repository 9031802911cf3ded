export const enrolmentKinds = ['jobseeker', 'professional'] as const;
export type EnrolmentKind = (typeof enrolmentKinds)[number];

export const enrolmentStatuses = ['referred', 'waiting', 'active', 'on-hold', 'exited', 'declined'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** The verbs of an enrolment: from which status, to which. What must be filled in is in each verb's request. */
export const enrolmentTransitions = {
  accept: { from: ['referred', 'waiting'], to: 'active' },
  decline: { from: ['referred', 'waiting'], to: 'declined' },
  exit: { from: ['active', 'on-hold'], to: 'exited' },
} as const satisfies Record<string, { from: readonly EnrolmentStatus[]; to: EnrolmentStatus }>;
/** An enrolment that goes on: people are met, stages start. */
export const underWay: readonly EnrolmentStatus[] = ['active', 'on-hold'];
export type EnrolmentVerb = keyof typeof enrolmentTransitions;

/** Stages of Supported Employment; they may overlap. */
export const stages = ['coaching', 'mapping', 'internship', 'matching', 'follow-along'] as const;
export type Stage = (typeof stages)[number];

/** Labour-market status on the day of entry (a person has exactly one). */
export const labourStatuses = ['unemployed', 'inactive', 'employed', 'self-employed'] as const;
export type LabourStatus = (typeof labourStatuses)[number];

/** Highest completed education, SUN 2020 levels, which map to ISCED bands. */
export const educationLevels = [
  'none',
  'compulsory-short',
  'compulsory',
  'upper-secondary',
  'post-secondary-short',
  'post-secondary',
  'doctoral',
] as const;
export type EducationLevel = (typeof educationLevels)[number];

export const citizenships = ['swedish', 'eu-or-eea', 'third-country', 'stateless-or-undetermined'] as const;
export type Citizenship = (typeof citizenships)[number];

export const incomeSources = [
  'wages',
  'unemployment-benefit',
  'activity-grant',
  'introduction-benefit',
  'sickness-benefit',
  'rehabilitation-benefit',
  'sickness-compensation',
  'social-assistance',
  'parental-benefit',
  'study-support',
  'no-public-support',
] as const;
export type IncomeSource = (typeof incomeSources)[number];

/** A voluntary question's answer. Declined is complete; not asked is a task. */
export const voluntaryAnswers = ['yes', 'no', 'declined', 'not-asked'] as const;
export type VoluntaryAnswer = (typeof voluntaryAnswers)[number];

export const exitReasons = [
  'work',
  'studies',
  'other-measure',
  'moved',
  'ill-health',
  'parental-leave',
  'own-wish',
  'absence',
  'deceased',
  'registered-by-mistake',
  'other',
] as const;
export type ExitReason = (typeof exitReasons)[number];

export const declineReasons = ['not-target-group', 'no-place', 'own-wish', 'not-reached', 'other-measure', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Days after the exit within which exit facts are due (situation within four weeks of leaving). */
export const exitFactsWithinDays = 28;

/** Age bands of the report: those of ESF+ (under 18, 18-29, 55 and over) with the years between them. */
export const ageBands = ['under-18', '18-29', '30-54', '55-and-over'] as const;
export type AgeBand = (typeof ageBands)[number];
