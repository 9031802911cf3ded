import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { type AttendanceState, attendanceStatesOf } from '@stegvis/contracts/meetings/codes';
import type { Attendance, AttendanceChange, Meeting } from '@stegvis/contracts/meetings/meeting';
import { useState } from 'react';
import { DateInput, Form, NumberInput, TextInput, useGetOne, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { participantPath, shortName } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { CodeRadioInput } from '../inputs/CodeInput';
import { FormActions } from '../inputs/FormActions';
import { FormProblems } from '../inputs/FormProblems';
import { More } from '../layout/More';
import { Page } from '../layout/Page';
import { NotFoundPage, Waiting } from '../layout/PlainPages';
import { UnsavedGuard } from '../layout/UnsavedGuard';
import { useAct, useRefusal } from '../useAct';
import { NoteInput, OtherNoteInput } from './NoteInputs';
import { NotHeldButtons } from './NotHeldButtons';
import { type AttendanceForm, attendanceOf, fieldOfError } from './newMeeting';

type PersonForm = AttendanceForm & { enrolmentId: string; state?: AttendanceState };
interface WriteUpForm {
  minutes?: number | null;
  attendances: PersonForm[];
}

const bodyOf = ({ minutes, attendances }: WriteUpForm) => ({
  ...(minutes && { minutes }),
  attendances: attendances.map(
    (person): AttendanceChange => ({ enrolmentId: person.enrolmentId, ...(person.state && { state: person.state }), ...attendanceOf(person) }),
  ),
});

const startOf = (meeting: Meeting): WriteUpForm => ({
  minutes: meeting.minutes,
  attendances: meeting.attendances.map(({ enrolmentId, nextStep, nextStepDate, internalNote, summary }) => ({
    enrolmentId,
    state: 'attended',
    nextStep,
    nextStepDate,
    note: internalNote,
    otherNote: summary,
  })),
});

/** Writing up a planned meeting, participant by participant. */
export function MeetingWriteUp() {
  const { id = '' } = useParams();
  const { data, isError, isFetchedAfterMount } = useGetOne<Meeting>('meetings', { id }, { refetchOnWindowFocus: false, refetchOnReconnect: false });
  if (isError) return <NotFoundPage />;
  return data && isFetchedAfterMount ? <Opened key={id} found={data} /> : <Waiting />;
}

/** The meeting as it was when the page was opened: the form stays, whatever is read meanwhile, until the reader leaves it. */
function Opened({ found }: { found: Meeting }) {
  const t = useTranslate();
  const { instant } = useDates();
  const [meeting] = useState(found);
  return (
    <Page narrow title={t('meeting.writeUpTitle')} lead={`${meeting.attendances.map(nameOf).join(', ')} · ${instant(meeting.startsAt)}`}>
      <Card>
        <CardContent sx={{ px: { sm: 3 } }}>
          {meeting.status === 'planned' ? <WriteUp meeting={meeting} /> : t('meeting.alreadyWrittenUp')}
        </CardContent>
      </Card>
    </Page>
  );
}

const nameOf = (person: Attendance) => person.participantName ?? shortName(person.enrolmentId);

function WriteUp({ meeting }: { meeting: Meeting }) {
  const t = useTranslate();
  const act = useAct();
  const refused = useRefusal();
  const notify = useNotify();
  const navigate = useNavigate();
  const [start] = useState(() => startOf(meeting));
  const [first] = meeting.attendances;
  const away = () => void navigate(first?.participantId ? participantPath(first.participantId) : '/meetings');
  const save = async (values: unknown) => {
    const form = values as WriteUpForm;
    try {
      await act('meetings', meeting.id, 'hold', bodyOf(form));
      notify('meeting.logged', { type: 'success' });
      away();
      return undefined;
    } catch (error) {
      const errors = refused(error);
      return (
        errors &&
        Object.fromEntries(
          Object.entries(errors).map(([path, text]) => [
            fieldOfError(path, form.attendances[Number(/\d+/.exec(path)?.[0])]?.noteIs, (index) => `attendances.${index}.`),
            text,
          ]),
        )
      );
    }
  };
  return (
    <Form
      resource="meetings"
      record={{}}
      defaultValues={start}
      onSubmit={save}
      warnWhenUnsavedChanges
      WarnWhenUnsavedChangesComponent={UnsavedGuard}
      noValidate
      disableInvalidFormNotification
    >
      <NotHeldButtons meeting={meeting} onDone={away} />
      {meeting.attendances.map((person, index) => (
        <Person key={person.id} person={person} prefix={`attendances.${index}.`} alone={meeting.attendances.length === 1} />
      ))}
      <NumberInput source="minutes" min={1} max={1440} helperText={false} />
      <FormProblems />
      <FormActions label={t('meeting.save')} />
    </Form>
  );
}

/** With one participant the meeting was held or it was not; with several, each has an outcome. */
function Person({ person, prefix, alone }: { person: Attendance; prefix: string; alone: boolean }) {
  const t = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, minWidth: 0 }}>
      {!alone && (
        <Box component="legend" sx={{ fontWeight: 650, pt: 2 }}>
          {nameOf(person)}
        </Box>
      )}
      {!alone && <CodeRadioInput source={`${prefix}state`} list="attendance" codes={attendanceStatesOf.held} label="meeting.howItWent" />}
      <NoteInput prefix={prefix} />
      <DateInput source={`${prefix}nextStepDate`} label="meeting.nextStepDate" helperText={false} />
      <More label={t('meeting.more')}>
        <TextInput source={`${prefix}nextStep`} label="meeting.nextStep" helperText={false} />
        <OtherNoteInput prefix={prefix} />
      </More>
    </Box>
  );
}
