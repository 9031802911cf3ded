import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { meetingChannels, meetingKinds } from '@stegvis/contracts/meetings/codes';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import { useState } from 'react';
import { DateInput, DateTimeInput, Form, NumberInput, required, TextInput, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import { addDays, lastQuarter, today } from '../fields/dates';
import { participantPath } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { EnrolmentInput } from '../inputs/EnrolmentInput';
import { FormActions } from '../inputs/FormActions';
import { FormProblems } from '../inputs/FormProblems';
import { More } from '../layout/More';
import { Page } from '../layout/Page';
import { UnsavedGuard } from '../layout/UnsavedGuard';
import { useAct, useRefusal } from '../useAct';
import { NoteInput, OtherNoteInput } from './NoteInputs';
import { fieldOfError, type MeetingForm, newMeetingOf } from './newMeeting';

/** A planned meeting is usually not right now: tomorrow at ten is a better guess. */
const tomorrowAtTen = () => new Date(`${addDays(today(), 1)}T10:00`);

function useSave() {
  const act = useAct();
  const refused = useRefusal();
  const notify = useNotify();
  const navigate = useNavigate();
  return async (values: unknown) => {
    const form = values as MeetingForm;
    try {
      const meeting = (await act('meetings', undefined, undefined, newMeetingOf(form))) as Meeting;
      notify(form.status === 'planned' ? 'meeting.planned' : 'meeting.logged', { type: 'success' });
      const [person] = meeting.attendances;
      void navigate(person?.participantId ? participantPath(person.participantId) : '/meetings');
      return undefined;
    } catch (error) {
      const errors = refused(error);
      return (
        errors &&
        Object.fromEntries(Object.entries(errors).map(([path, text]) => [fieldOfError(path, form.attendance?.noteIs, () => 'attendance.'), text]))
      );
    }
  };
}

/** Logging a meeting in four fields, or planning one; the rest has sensible defaults under "more". */
export function MeetingCreate() {
  const t = useTranslate();
  const save = useSave();
  const [query] = useSearchParams();
  const planning = query.get('status') === 'planned';
  // Settled once: new default values would wipe what has been typed.
  const [start] = useState<Partial<MeetingForm>>(() => ({
    status: planning ? 'planned' : 'held',
    enrolmentId: query.get('enrolmentId') ?? undefined,
    startsAt: planning ? tomorrowAtTen() : lastQuarter(new Date()),
    minutes: 60,
    kind: 'individual',
    channel: 'office',
  }));
  return (
    <Page narrow title={t(planning ? 'meeting.planTitle' : 'meeting.logTitle')}>
      <Card>
        <CardContent sx={{ px: { sm: 3 } }}>
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
            <EnrolmentInput source="enrolmentId" label="meeting.who" />
            <DateTimeInput source="startsAt" label="meeting.when" validate={required()} helperText={false} />
            {planning ? <PlanInputs /> : <LogInputs />}
            <FormProblems />
            <FormActions label={planning ? 'meeting.plan' : 'meeting.save'} />
          </Form>
        </CardContent>
      </Card>
    </Page>
  );
}

function LogInputs() {
  const t = useTranslate();
  const statuses = (['held', 'missed'] as const).map((id) => ({ id, name: `codes.meetingStatus.${id}` }));
  return (
    <>
      <NoteInput prefix="attendance." />
      <DateInput source="attendance.nextStepDate" label="meeting.nextStepDate" helperText={false} />
      <More label={t('meeting.more')}>
        <TextInput source="attendance.nextStep" label="meeting.nextStep" helperText={false} />
        <OtherNoteInput prefix="attendance." />
        <NumberInput source="minutes" min={1} max={1440} helperText={false} />
        <CodeInput source="channel" list="meetingChannel" codes={meetingChannels} helperText={false} />
        <CodeInput source="kind" list="meetingKind" codes={meetingKinds} helperText={false} />
        <CodeInput source="status" list="meetingStatus" codes={statuses.map(({ id }) => id)} needed helperText={false} />
        <EnrolmentInput source="others" label="meeting.others" several />
      </More>
    </>
  );
}

function PlanInputs() {
  const t = useTranslate();
  return (
    <>
      <NumberInput source="minutes" min={1} max={1440} helperText={false} />
      <CodeInput source="channel" list="meetingChannel" codes={meetingChannels} helperText={false} />
      <More label={t('meeting.more')}>
        <CodeInput source="kind" list="meetingKind" codes={meetingKinds} helperText={false} />
        <EnrolmentInput source="others" label="meeting.others" several />
      </More>
    </>
  );
}
