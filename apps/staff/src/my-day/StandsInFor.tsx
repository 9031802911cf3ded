import Alert from '@mui/material/Alert';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';

/** Whose people are mine for a time, and until when. */
export function StandsInFor({ day }: { day: MyDay }) {
  const t = useTranslate();
  const { date } = useDates();
  return day.standsInFor.map(({ id, coachName, siteName, endsOn }) => (
    <Alert key={id} severity="info" sx={{ mb: 2 }}>
      {t('myDay.standsInFor', { coach: coachName, site: siteName, day: date(endsOn) })}
    </Alert>
  ));
}
