import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useTranslate } from 'react-admin';
import { listPath } from '../fields/listPath';
import { NumberTiles } from '../layout/NumberTiles';

/** Four numbers, each a link to exactly what it counts. */
export function KeyNumbers({ day }: { day: MyDay }) {
  const t = useTranslate();
  return (
    <NumberTiles
      label={t('myDay.numbers')}
      tiles={[
        { label: t('myDay.due'), value: day.dueCount, to: '#attention', urgent: day.dueCount > 0 },
        { label: t('myDay.meetingsToday'), value: day.meetings.length, to: '#meetings-today' },
        { label: t('myDay.referrals'), value: day.referralsWaiting, to: listPath('enrolments', { unanswered: true }) },
        ...(day.caseload.length > 0 ? [{ label: t('myDay.caseload'), value: day.caseload.length, to: '#caseload' }] : []),
      ]}
    />
  );
}
