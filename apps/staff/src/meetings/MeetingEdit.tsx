import Box from '@mui/material/Box';
import { attendanceStatesOf, meetingChannels, meetingKinds } from '@stegvis/contracts/meetings/codes';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import { DateInput, DateTimeInput, NumberInput, required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { participantPath, shortName } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { CodeInput } from '../inputs/CodeInput';
import { EditPage } from '../layout/EditPage';
import { instantOf } from './newMeeting';

const whereTo = (_resource: string | undefined, _id: unknown, record: unknown) => {
  const person = (record as Meeting | undefined)?.attendances[0]?.participantId;
  return person ? participantPath(person).slice(1) : 'meetings';
};

/** Moving a meeting, or correcting what was written. */
export function MeetingEdit() {
  const t = useTranslate();
  const { instant } = useDates();
  return (
    <EditPage<Meeting>
      resource="meetings"
      title={() => t('meeting.changeTitle')}
      lead={(meeting) => instant(meeting.startsAt)}
      redirect={whereTo}
      bodyOf={(meeting) => ({ ...meeting, startsAt: instantOf(meeting.startsAt) })}
    >
      <DateTimeInput source="startsAt" label="meeting.when" validate={required()} helperText={false} />
      <NumberInput source="minutes" min={1} max={1440} validate={required()} helperText={false} />
      <CodeInput source="channel" list="meetingChannel" codes={meetingChannels} needed helperText={false} />
      <CodeInput source="kind" list="meetingKind" codes={meetingKinds} needed helperText={false} />
      <Attendances />
    </EditPage>
  );
}

function Attendances() {
  const meeting = useRecordContext<Meeting>();
  if (!meeting || meeting.status === 'planned') return null;
  return meeting.attendances.map((person, index) => (
    <Box component="fieldset" key={person.id} sx={{ border: 0, borderTop: 1, borderColor: 'divider', p: 0, pt: 2, m: 0, mt: 3, minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 650, pr: 1 }}>
        {person.participantName ?? shortName(person.enrolmentId)}
      </Box>
      <CodeInput
        source={`attendances.${index}.state`}
        label="meeting.howItWent"
        list="attendance"
        codes={attendanceStatesOf[meeting.status]}
        needed
        helperText={false}
      />
      <TextInput source={`attendances.${index}.summary`} label="meeting.shareableNote" helperText="meeting.shareableHint" multiline minRows={3} />
      <TextInput source={`attendances.${index}.internalNote`} label="meeting.internal" helperText="meeting.internalHint" multiline minRows={3} />
      <TextInput source={`attendances.${index}.nextStep`} label="meeting.nextStep" helperText={false} />
      <DateInput source={`attendances.${index}.nextStepDate`} label="meeting.nextStepDate" helperText={false} />
    </Box>
  ));
}
