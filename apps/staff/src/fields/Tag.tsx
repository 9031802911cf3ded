import Chip from '@mui/material/Chip';
import type { EnrolmentStatus } from '@stegvis/contracts/enrolments/codes';
import type { MeetingStatus } from '@stegvis/contracts/meetings/codes';
import type { ReminderState } from '@stegvis/contracts/reminders/codes';
import type { ReportState } from '@stegvis/contracts/report-runs/codes';
import { useTranslate } from 'react-admin';
import { type Tone, tones } from '../theme/tones';

export function Tag({ text, tone = 'neutral' }: { text: string; tone?: Tone }) {
  return <Chip size="small" label={text} sx={tones[tone]} />;
}

const enrolmentTones: Record<EnrolmentStatus, Tone> = {
  referred: 'coming',
  waiting: 'coming',
  active: 'good',
  'on-hold': 'watch',
  exited: 'neutral',
  declined: 'neutral',
};
const meetingTones: Record<MeetingStatus, Tone> = { planned: 'coming', held: 'good', missed: 'watch', cancelled: 'neutral', voided: 'neutral' };
const reminderTones: Record<ReminderState, Tone> = { open: 'watch', snoozed: 'coming', done: 'good', cancelled: 'neutral' };
const reportTones: Record<ReportState, Tone> = {
  requested: 'coming',
  draft: 'watch',
  checked: 'coming',
  submitted: 'good',
  returned: 'watch',
  superseded: 'neutral',
};

export function EnrolmentStatusTag({ status }: { status: EnrolmentStatus }) {
  const t = useTranslate();
  return <Tag text={t(`codes.enrolmentStatus.${status}`)} tone={enrolmentTones[status]} />;
}

export function MeetingStatusTag({ status }: { status: MeetingStatus }) {
  const t = useTranslate();
  return <Tag text={t(`codes.meetingStatus.${status}`)} tone={meetingTones[status]} />;
}

export function ReminderStateTag({ state }: { state: ReminderState }) {
  const t = useTranslate();
  return <Tag text={t(`codes.reminderState.${state}`)} tone={reminderTones[state]} />;
}

export function ReportStateTag({ state }: { state: ReportState }) {
  const t = useTranslate();
  return <Tag text={t(`codes.reportState.${state}`)} tone={reportTones[state]} />;
}
