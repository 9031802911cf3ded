import Box from '@mui/material/Box';
import type { CaseloadRow, MyDay } from '@stegvis/contracts/my-day/my-day';
import { useTranslate } from 'react-admin';
import { InstantText, RelativeText } from '../fields/DateText';
import { EnrolmentStatusTag, Tag } from '../fields/Tag';
import { participantPath, TextLink } from '../fields/TextLink';
import { type Column, RowList } from '../layout/RowList';
import { Section } from '../layout/Section';

/** Everybody I work with, those longest without contact first. */
export function Caseload({ day }: { day: MyDay }) {
  const t = useTranslate();
  if (day.caseload.length === 0) return null;
  const columns: Column<CaseloadRow>[] = [
    {
      label: t('resources.participants.fields.name'),
      cell: (row) => (
        <Box key="name">
          <TextLink to={participantPath(row.participantId)}>{row.participantName}</TextLink>
          {row.standInFor && (
            <Box sx={{ mt: 0.5 }}>
              <Tag text={t('myDay.personOf', { coach: row.standInFor })} tone="coming" />
            </Box>
          )}
        </Box>
      ),
      phone: 'heading',
    },
    { label: t('resources.enrolments.fields.status'), cell: (row) => <EnrolmentStatusTag status={row.status} />, phone: 'end' },
    { label: t('resources.enrolments.fields.mainStage'), cell: (row) => (row.mainStage ? t(`codes.stage.${row.mainStage}`) : '–'), phone: 'line' },
    { label: t('resources.enrolments.fields.siteId'), cell: (row) => row.siteName, phone: 'none' },
    { label: t('participant.lastContact'), cell: (row) => <RelativeText value={row.lastContactOn} from={day.today} /> },
    { label: t('participant.nextMeeting'), cell: (row) => <InstantText value={row.nextMeetingAt} /> },
    { label: t('resources.participants.fields.dueReminders'), cell: (row) => row.dueReminders, number: true, phone: 'none' },
  ];
  return (
    <Section title={t('myDay.caseload')} id="caseload" count={day.caseload.length} flush>
      <RowList rows={day.caseload} columns={columns} label={t('myDay.caseload')} />
    </Section>
  );
}
