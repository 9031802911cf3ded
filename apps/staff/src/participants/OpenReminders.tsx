import Box from '@mui/material/Box';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { useTranslate } from 'react-admin';
import { Section } from '../layout/Section';
import { ReminderActions } from '../reminders/ReminderActions';
import { Why } from '../reminders/Why';

export function OpenReminders({ reminders }: { reminders: readonly Reminder[] }) {
  const t = useTranslate();
  if (reminders.length === 0) return null;
  return (
    <Section title={t('participant.toFollowUp')} count={reminders.length}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {reminders.map((reminder) => (
          <Box component="li" key={reminder.id} sx={{ py: 1, '& + li': { borderTop: 1, borderColor: 'divider' } }}>
            <Why reminder={reminder} />
            <ReminderActions reminder={reminder} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}
