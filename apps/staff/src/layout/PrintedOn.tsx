import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { dayOf } from '../fields/dates';
import { useDates } from '../fields/useDates';
import { useAccount } from '../useMay';
import { usePrinting } from './usePrinting';

/** On paper only: that it is from Stegvis, when it was printed, and by whom. */
export function PrintedOn() {
  const t = useTranslate();
  const { date, time } = useDates();
  const account = useAccount();
  const at = usePrinting();
  if (!at) return null;
  return (
    <Box className="only-print" sx={{ mb: 1, pb: 0.5, borderBottom: 1, borderColor: 'text.primary', fontSize: '9pt' }}>
      {t('layout.printed', { when: `${date(dayOf(at))} ${time(at.toISOString())}`, name: account?.name ?? '' })}
    </Box>
  );
}
