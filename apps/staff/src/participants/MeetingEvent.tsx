import LockIcon from '@mui/icons-material/LockOutlined';
import ShareIcon from '@mui/icons-material/PeopleOutlined';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { Attendance, Meeting } from '@stegvis/contracts/meetings/meeting';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateText, InstantText } from '../fields/DateText';
import { MeetingStatusTag, Tag } from '../fields/Tag';
import { MeetingActions } from '../meetings/MeetingActions';
import { colours } from '../theme/palette';

/** A meeting as it was written up; what may be shared and what is internal never look alike. */
export function MeetingEvent({ meeting, attendance }: { meeting: Meeting; attendance: Attendance | undefined }) {
  const t = useTranslate();
  const voided = meeting.status === 'voided';
  const came = attendance && !['expected', 'attended'].includes(attendance.state) ? attendance.state : undefined;
  const facts = [
    t(`codes.meetingKind.${meeting.kind}`),
    t(`codes.meetingChannel.${meeting.channel}`),
    t('meeting.minutes', { smart_count: meeting.minutes }),
    meeting.coachName,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'flex-start', columnGap: 1, flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
        <Box sx={{ minWidth: 0, flex: { xs: '1 1 11rem', sm: '1 1 auto' } }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Box component="span" sx={{ fontWeight: 600, textDecoration: voided ? 'line-through' : undefined }}>
              <InstantText value={meeting.startsAt} />
            </Box>
            <MeetingStatusTag status={meeting.status} />
            {came && meeting.status === 'held' && <Tag text={t(`codes.attendance.${came}`)} tone="watch" />}
          </Stack>
          <Box sx={{ fontSize: '0.9rem', color: 'text.secondary' }}>{facts}</Box>
          {meeting.voidReason && <Box>{t(`codes.voidReason.${meeting.voidReason}`)}</Box>}
        </Box>
        <MeetingActions meeting={meeting} who={attendance?.participantName ?? ''} />
      </Stack>
      {attendance?.summary && (
        <Note icon={<ShareIcon fontSize="inherit" />} label={t('meeting.shareableNote')} background={colours.tealSoft}>
          {attendance.summary}
        </Note>
      )}
      {attendance?.internalNote && (
        <Note icon={<LockIcon fontSize="inherit" />} label={t('meeting.internal')} background={colours.noteSoft}>
          {attendance.internalNote}
        </Note>
      )}
      {(attendance?.nextStep || attendance?.nextStepDate) && (
        <Box sx={{ mt: 1 }}>
          <strong>{t('meeting.nextStep')}:</strong> {attendance.nextStep}
          {attendance.nextStep && attendance.nextStepDate && ', '}
          {attendance.nextStepDate && <DateText value={attendance.nextStepDate} />}
        </Box>
      )}
    </>
  );
}

function Note({ icon, label, background, children }: { icon: ReactNode; label: string; background: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 1, p: 1.5, borderRadius: 2, backgroundColor: background, maxWidth: '65ch' }}>
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', fontSize: '0.82rem', fontWeight: 650 }}>
        {icon}
        {label}
      </Box>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{children}</Box>
    </Box>
  );
}
