import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { MyDay } from '@stegvis/contracts/my-day/my-day';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { listPath } from '../fields/listPath';
import { PersonLink, TextLink } from '../fields/TextLink';
import { Section } from '../layout/Section';
import { ReminderActions } from '../reminders/ReminderActions';
import { Why } from '../reminders/Why';

const firstShown = 8;

/** The worklist: one container, a row for each person, one line of why, one button. */
export function NeedsAttention({ day }: { day: MyDay }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  if (day.reminders.length === 0)
    return (
      <Section title={t('myDay.attention')} id="attention">
        <Alert severity="success">{t('myDay.caughtUp')}</Alert>
      </Section>
    );
  const shown = all ? day.reminders : day.reminders.slice(0, firstShown);
  return (
    <Section title={t('myDay.attention')} id="attention" count={day.dueCount} flush>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((reminder) => (
          <Box
            component="li"
            key={reminder.id}
            sx={{
              px: { xs: 2, sm: 3 },
              py: 1.25,
              borderTop: 1,
              borderColor: 'divider',
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              justifyContent: 'space-between',
            }}
          >
            <Box sx={{ minWidth: 0, flex: '1 1 16rem' }}>
              <Box sx={{ fontWeight: 600 }}>
                <PersonLink id={reminder.participantId} name={reminder.participantName} enrolmentId={reminder.enrolmentId} />
              </Box>
              <Box sx={{ color: 'text.secondary' }}>
                <Why reminder={reminder} today={day.today} />
              </Box>
            </Box>
            <ReminderActions reminder={reminder} />
          </Box>
        ))}
      </Box>
      <Box sx={{ px: { xs: 2, sm: 3 }, py: 1, borderTop: 1, borderColor: 'divider' }}>
        {!all && day.reminders.length > firstShown ? (
          <Button onClick={() => setAll(true)}>{t('myDay.showAll', { smart_count: day.reminders.length })}</Button>
        ) : (
          <TextLink to={listPath('reminders', { state: 'open' })}>{t('myDay.toReminders')}</TextLink>
        )}
      </Box>
    </Section>
  );
}
