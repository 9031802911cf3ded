import { meetingKinds, meetingStatuses } from '@stegvis/contracts/meetings/codes';
import type { Meeting } from '@stegvis/contracts/meetings/meeting';
import { DateInput, useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { MeetingStatusTag } from '../fields/Tag';
import { PersonLink, shortName } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { MeetingActions } from './MeetingActions';
import { NewMeetingButtons } from './NewMeetingButtons';

const people = (meeting: Meeting) =>
  meeting.attendances.map((person, index) => (
    <span key={person.id}>
      {index > 0 && ', '}
      <PersonLink id={person.participantId} name={person.participantName} enrolmentId={person.enrolmentId} />
    </span>
  ));

const names = (meeting: Meeting) => meeting.attendances.map((person) => person.participantName ?? shortName(person.enrolmentId)).join(', ');

export function MeetingList() {
  const t = useTranslate();
  const may = useMay();
  const columns: Column<Meeting>[] = [
    { label: t('meeting.when'), cell: (meeting) => <InstantText value={meeting.startsAt} />, sort: 'startsAt', phone: 'line' },
    { label: t('meeting.who'), cell: people, phone: 'heading' },
    { label: t('resources.meetings.fields.kind'), cell: (meeting) => t(`codes.meetingKind.${meeting.kind}`), phone: 'line' },
    { label: t('resources.meetings.fields.channel'), cell: (meeting) => t(`codes.meetingChannel.${meeting.channel}`), phone: 'line' },
    { label: t('resources.meetings.fields.coachId'), cell: (meeting) => meeting.coachName ?? '–', phone: 'none' },
    { label: t('resources.meetings.fields.status'), cell: (meeting) => <MeetingStatusTag status={meeting.status} />, phone: 'line' },
    { label: t('layout.actions'), cell: (meeting) => <MeetingActions meeting={meeting} who={names(meeting)} />, phone: 'end' },
  ];
  return (
    <ListPage
      resource="meetings"
      takeOut="meetings"
      title={t('resources.meetings.name', { smart_count: 2 })}
      sort={{ field: 'startsAt', order: 'DESC' }}
      columns={columns}
      actions={may('meetings.plan') && <NewMeetingButtons />}
      filters={[
        <CodeInput key="status" source="status" list="meetingStatus" codes={meetingStatuses} helperText={false} />,
        <DateInput key="from" source="from" helperText={false} />,
        <DateInput key="to" source="to" helperText={false} />,
      ]}
      moreFilters={{
        sources: ['kind', 'siteId', 'coachId', 'enrolmentId'],
        inputs: [
          <CodeInput key="kind" source="kind" list="meetingKind" codes={meetingKinds} helperText={false} />,
          <RecordInput key="siteId" source="siteId" reference="sites" />,
          <RecordInput key="coachId" source="coachId" reference="staff" />,
        ],
      }}
    />
  );
}
