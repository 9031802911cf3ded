import Box from '@mui/material/Box';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { useDates } from '../fields/useDates';
import { Alone } from '../layout/Alone';
import { Answered } from '../layout/Answered';
import { Below } from '../layout/Below';
import { Page } from '../layout/Page';
import { CardsWaiting } from '../layout/Skeletons';
import { NewMeetingButtons } from '../meetings/NewMeetingButtons';
import { useAccount, useMay } from '../useMay';
import { useRead } from '../useRead';
import { Caseload } from './Caseload';
import { ColdStart } from './ColdStart';
import { KeyNumbers } from './KeyNumbers';
import { MeetingsToday } from './MeetingsToday';
import { NeedsAttention } from './NeedsAttention';
import { StandsInFor } from './StandsInFor';

const everyFiveMinutes = 5 * 60_000;

const greeting = (hour: number) => (hour < 10 ? 'morning' : hour < 18 ? 'day' : 'evening');

/** Who needs me now, what is planned today, and everybody I work with. */
export function MyDayPage() {
  const t = useTranslate();
  const { day } = useDates();
  const may = useMay();
  const account = useAccount();
  const query = useRead<MyDay>('my-day', { every: everyFiveMinutes });
  const firstName = account?.name.split(' ')[0] ?? '';
  return (
    <Page
      title={t(`myDay.greeting.${greeting(new Date().getHours())}`, { name: firstName })}
      lead={<Box sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>{day(query.data?.today ?? today())}</Box>}
      actions={may('meetings.plan') && <NewMeetingButtons />}
    >
      <Answered query={query} waiting={<CardsWaiting tiles={4} cards={[10, 4, 8]} />}>
        {(found) => <Day day={found} />}
      </Answered>
    </Page>
  );
}

function Day({ day }: { day: MyDay }) {
  const t = useTranslate();
  const nothingYet =
    day.standsInFor.length === 0 &&
    day.caseload.length === 0 &&
    day.reminders.length === 0 &&
    day.meetings.length === 0 &&
    day.referralsWaiting === 0;
  if (nothingYet) return <ColdStart />;
  return (
    <>
      <StandsInFor day={day} />
      <KeyNumbers day={day} />
      <Alone title={t('myDay.attention')}>
        <NeedsAttention day={day} />
      </Alone>
      <Below>
        <Alone title={t('myDay.meetingsToday')}>
          <MeetingsToday day={day} />
        </Alone>
        <Alone title={t('myDay.caseload')}>
          <Caseload day={day} />
        </Alone>
      </Below>
    </>
  );
}
