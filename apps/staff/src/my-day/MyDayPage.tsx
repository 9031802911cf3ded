import Box from '@mui/material/Box';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { useDates } from '../fields/useDates';
import { Below } from '../layout/Below';
import { Page } from '../layout/Page';
import { Answered, Section } from '../layout/Section';
import { NewMeetingButtons } from '../meetings/NewMeetingButtons';
import { useAccount, useMay } from '../useMay';
import { useRead } from '../useRead';
import { Caseload } from './Caseload';
import { ColdStart } from './ColdStart';
import { KeyNumbers } from './KeyNumbers';
import { MeetingsToday } from './MeetingsToday';
import { NeedsAttention } from './NeedsAttention';

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
      {query.data === undefined ? (
        <Section title={t('myDay.attention')}>
          <Answered query={query}>{() => null}</Answered>
        </Section>
      ) : (
        <Day day={query.data} />
      )}
    </Page>
  );
}

function Day({ day }: { day: MyDay }) {
  const nothingYet = day.caseload.length === 0 && day.reminders.length === 0 && day.meetings.length === 0 && day.referralsWaiting === 0;
  if (nothingYet) return <ColdStart />;
  return (
    <>
      <KeyNumbers day={day} />
      <NeedsAttention day={day} />
      <Below>
        <MeetingsToday day={day} />
        {day.caseload.length > 0 && <Caseload day={day} />}
      </Below>
    </>
  );
}
