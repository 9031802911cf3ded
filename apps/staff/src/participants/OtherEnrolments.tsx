import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { EnrolmentOnPage } from '@stegvis/contracts/participants/page';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { EnrolmentStatusTag } from '../fields/Tag';
import { Section } from '../layout/Section';

/** Other periods of the same person; choosing one shows its timeline. */
export function OtherEnrolments({
  enrolments,
  shown,
  onChoose,
}: {
  enrolments: readonly EnrolmentOnPage[];
  shown: string;
  onChoose: (id: string) => void;
}) {
  const t = useTranslate();
  const others = enrolments.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <Section title={t('participant.otherEnrolments')} count={others.length}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {others.map((enrolment) => (
          <Box component="li" key={enrolment.id} sx={{ py: 1, '& + li': { borderTop: 1, borderColor: 'divider' } }}>
            <strong>{enrolment.projectName}</strong>, {enrolment.siteName} <EnrolmentStatusTag status={enrolment.status} />
            <Box sx={{ color: 'text.secondary' }}>
              <DateText value={enrolment.startDate ?? enrolment.referredOn} /> – {enrolment.endDate ? <DateText value={enrolment.endDate} /> : ''}
              {enrolment.exitReason && ` · ${t(`codes.exitReason.${enrolment.exitReason}`)}`}
            </Box>
            <Button size="small" onClick={() => onChoose(enrolment.id)}>
              {t('participant.showEnrolment')}
            </Button>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
