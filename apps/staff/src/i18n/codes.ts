import type { AccessKind, FieldGroup } from '@stegvis/contracts/access-log/codes';
import type { ReviewMark, ReviewRule } from '@stegvis/contracts/access-reviews/codes';
import type {
  AgeBand,
  Citizenship,
  DeclineReason,
  EducationLevel,
  EnrolmentKind,
  EnrolmentStatus,
  ExitReason,
  IncomeSource,
  LabourStatus,
  Stage,
  VoluntaryAnswer,
} from '@stegvis/contracts/enrolments/codes';
import type { Denial, ExportFormat, ExportState } from '@stegvis/contracts/exports/codes';
import type { AttendanceState, MeetingChannel, MeetingKind, MeetingStatus, VoidReason } from '@stegvis/contracts/meetings/codes';
import type { OrganisationKind } from '@stegvis/contracts/organisations/codes';
import type { Gender, IdentityKind, Protection } from '@stegvis/contracts/participants/codes';
import type { Role } from '@stegvis/contracts/permissions/permissions';
import type { AssignmentState } from '@stegvis/contracts/permissions/second-person';
import type { ProjectKind } from '@stegvis/contracts/projects/codes';
import type { ReminderRule, ReminderState } from '@stegvis/contracts/reminders/codes';
import type { exitResults, ReportColumn, ReportSection, ReportState } from '@stegvis/contracts/report-runs/codes';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { TargetIndicator } from '@stegvis/contracts/targets/codes';
import type { AccessWord } from '../access-log/wordOf';

type ReportRow = 'entered' | 'active' | 'left' | AgeBand | Stage | 'none' | (typeof exitResults)[number];

/** A name for every code there is: a code without one does not compile, in either language. (A type, since an interface has no index.) */
export type CodeNames = {
  gender: Record<Gender, string>;
  genderPlural: Record<Gender, string>;
  identityKind: Record<IdentityKind, string>;
  protection: Record<Protection, string>;
  enrolmentKind: Record<EnrolmentKind, string>;
  enrolmentStatus: Record<EnrolmentStatus, string>;
  stage: Record<Stage | 'none', string>;
  labourStatus: Record<LabourStatus, string>;
  educationLevel: Record<EducationLevel, string>;
  citizenship: Record<Citizenship, string>;
  incomeSource: Record<IncomeSource, string>;
  voluntary: Record<VoluntaryAnswer, string>;
  exitReason: Record<ExitReason, string>;
  declineReason: Record<DeclineReason, string>;
  meetingKind: Record<MeetingKind, string>;
  meetingChannel: Record<MeetingChannel, string>;
  meetingStatus: Record<MeetingStatus, string>;
  attendance: Record<AttendanceState, string>;
  voidReason: Record<VoidReason, string>;
  reminderRule: Record<ReminderRule, string>;
  reminderState: Record<ReminderState, string>;
  reportState: Record<ReportState, string>;
  reportSection: Record<ReportSection, string>;
  reportRow: Record<ReportRow, string>;
  reportColumn: Record<ReportColumn, string>;
  projectKind: Record<ProjectKind, string>;
  organisationKind: Record<OrganisationKind, string>;
  targetIndicator: Record<TargetIndicator, string>;
  role: Record<Role, string>;
  assignmentState: Record<AssignmentState, string>;
  exportState: Record<ExportState, string>;
  exportDenial: Record<Denial, string>;
  exportFormat: Record<ExportFormat, string>;
  accessKind: Record<AccessKind, string>;
  accessWord: Record<AccessWord, string>;
  fieldGroup: Record<FieldGroup, string>;
  reviewRule: Record<ReviewRule, string>;
  reviewMark: Record<ReviewMark, string>;
  language: Record<Language, string>;
};
