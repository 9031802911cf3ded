import Box from '@mui/material/Box';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { EnrolmentStatusTag } from '../fields/Tag';
import { PersonLink } from '../fields/TextLink';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { ProtectionTag } from '../participants/ProtectionTag';
import { useMay } from '../useMay';
import { hiddenFilters, mainFilters, moreFilters } from './filters';

/** The people behind figures; without names for those who read figures only, save where names were granted. */
export function EnrolmentList() {
  const t = useTranslate();
  const named = useMay()('participants.change');
  const field = (name: string) => t(`resources.enrolments.fields.${name}`);
  const columns: Column<Enrolment>[] = [
    {
      label: field(named ? 'participantName' : 'shortName'),
      cell: (row) => (
        <>
          <PersonLink id={row.participantName ? row.participantId : null} name={row.participantName} enrolmentId={row.id} />{' '}
          <ProtectionTag protection={row.participantProtection ?? 'none'} />
        </>
      ),
      phone: 'heading',
    },
    { label: field('gender'), cell: (row) => t(`codes.gender.${row.gender}`), phone: 'line' },
    { label: field('birthYear'), cell: (row) => row.birthYear, sort: 'birthYear', phone: 'line' },
    { label: field('siteId'), cell: (row) => row.siteName, sort: 'siteName', phone: 'line' },
    { label: field('status'), cell: (row) => <Standing row={row} />, sort: 'status', phone: 'end' },
    { label: field('mainStage'), cell: (row) => (row.mainStage ? t(`codes.stage.${row.mainStage}`) : '–') },
    { label: field('startDate'), cell: (row) => <DateText value={row.startDate} />, sort: 'startDate' },
    { label: field('endDate'), cell: (row) => <DateText value={row.endDate} />, sort: 'endDate' },
  ];
  return (
    <ListPage
      resource="enrolments"
      takeOut="enrolments"
      title={t('resources.enrolments.name', { smart_count: 2 })}
      lead={named ? undefined : t('enrolment.pseudonymous')}
      sort={{ field: 'startDate', order: 'DESC' }}
      columns={columns}
      filters={mainFilters}
      moreFilters={{ sources: hiddenFilters, inputs: moreFilters }}
    />
  );
}

/** Where it stands; for one that has ended, why. */
function Standing({ row }: { row: Enrolment }) {
  const t = useTranslate();
  return (
    <>
      <EnrolmentStatusTag status={row.status} />
      {row.exitReason && <Box sx={{ fontSize: '0.85rem', color: 'text.secondary' }}>{t(`codes.exitReason.${row.exitReason}`)}</Box>}
    </>
  );
}
