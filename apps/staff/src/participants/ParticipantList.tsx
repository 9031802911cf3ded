import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { enrolmentStatuses, stages } from '@stegvis/contracts/enrolments/codes';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { RelativeText } from '../fields/DateText';
import { EnrolmentStatusTag } from '../fields/Tag';
import { participantPath, TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { FlagFilter } from '../inputs/FlagFilter';
import { RecordInput } from '../inputs/RecordInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { FindByNumberDialog } from './FindByNumberDialog';
import { ProtectionTag } from './ProtectionTag';
import { PseudonymTag } from './PseudonymTag';

export function ParticipantList() {
  const t = useTranslate();
  const may = useMay();
  const field = (name: string) => t(`resources.participants.fields.${name}`);
  const columns: Column<ParticipantRow>[] = [
    { label: field('name'), cell: nameOf, sort: 'familyName', phone: 'heading' },
    { label: field('status'), cell: (row) => row.status && <EnrolmentStatusTag status={row.status} />, phone: 'end' },
    { label: field('mainStage'), cell: (row) => (row.mainStage ? t(`codes.stage.${row.mainStage}`) : '–'), phone: 'line' },
    { label: field('siteId'), cell: (row) => row.siteName ?? '–', phone: 'line' },
    { label: field('coachName'), cell: (row) => row.coachName ?? '–', phone: 'none' },
    // Who sees no meetings would read that there were none.
    ...(may('meetings.read')
      ? [{ label: field('lastContactOn'), cell: (row: ParticipantRow) => <RelativeText value={row.lastContactOn} />, sort: 'lastContactOn' }]
      : []),
    { label: field('dueReminders'), cell: (row) => <Due count={row.dueReminders} />, number: true },
  ];
  return (
    <ListPage
      resource="participants"
      takeOut="participants"
      title={t('resources.participants.name', { smart_count: 2 })}
      sort={{ field: 'familyName', order: 'ASC' }}
      columns={columns}
      actions={<Actions />}
      empty={
        <>
          <p>{t(may('participants.refer') ? 'participant.none' : 'participant.namesNotGranted')}</p>
          {may('participants.refer') && <ReferButton />}
        </>
      }
      search="participant.search"
      filters={[
        <CodeInput key="status" source="status" list="enrolmentStatus" codes={enrolmentStatuses} helperText={false} />,
        <CodeInput key="mainStage" source="mainStage" list="stage" codes={stages} helperText={false} />,
        <RecordInput key="siteId" source="siteId" reference="sites" />,
        ...(may('participants.refer') ? [<FlagFilter key="mine" source="mine" />] : []),
      ]}
      moreFilters={{ sources: ['projectId'], inputs: <RecordInput source="projectId" reference="projects" /> }}
    />
  );
}

const nameOf = (row: ParticipantRow) => (
  <Box component="span" key="name" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
    <TextLink to={participantPath(row.id)}>
      {row.givenName} {row.familyName}
    </TextLink>
    <ProtectionTag protection={row.protection} />
    <PseudonymTag pseudonymous={row.pseudonymous} />
  </Box>
);

function Due({ count }: { count: number }) {
  return count > 0 ? <Badge badgeContent={count} color="error" sx={{ '& .MuiBadge-badge': { position: 'static', transform: 'none' } }} /> : <>0</>;
}

function Actions() {
  const t = useTranslate();
  const may = useMay();
  const [finding, setFinding] = useState(false);
  return (
    <>
      {may('participants.refer') && <ReferButton />}
      <Button variant="outlined" onClick={() => setFinding(true)}>
        {t('participant.find')}
      </Button>
      {finding && <FindByNumberDialog onClose={() => setFinding(false)} />}
    </>
  );
}

function ReferButton() {
  const t = useTranslate();
  return (
    <Button component={Link} to="/participants/create" variant="contained">
      {t('participant.refer')}
    </Button>
  );
}
