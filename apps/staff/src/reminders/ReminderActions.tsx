import MoreIcon from '@mui/icons-material/MoreVert';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { type ReminderState, reminderTransitions } from '@stegvis/contracts/reminders/codes';
import type { Reminder } from '@stegvis/contracts/reminders/reminder';
import { Suspense, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { addDays, today } from '../fields/dates';
import { LateMenu } from '../layout/LateMenu';
import { later } from '../layout/later';
import { useAct, useRefusal } from '../useAct';
import { useMay } from '../useMay';
import { nextStepOf } from './nextStep';

const SnoozeDialog = later(async () => (await import('./SnoozeDialog')).SnoozeDialog);

const snoozes = [1, 7, 14] as const;
const isOpen = (state: ReminderState) => (reminderTransitions.complete.from as readonly ReminderState[]).includes(state);

/** One button by the rule; done and snooze in a small menu. */
export function ReminderActions({ reminder }: { reminder: Reminder }) {
  const t = useTranslate();
  const may = useMay();
  const notify = useNotify();
  const act = useAct();
  const refused = useRefusal();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [choosing, setChoosing] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const who = reminder.participantName ?? '';
  if (!isOpen(reminder.state) || !may('reminders.complete')) return null;
  const use = (verb: 'complete' | 'snooze', body: object, done: string) => {
    setAnchor(null);
    // The row goes away: what the keyboard stands on afterwards is the card that it was in.
    const card = more.current?.closest('section');
    act('reminders', reminder.id, verb, body).then(() => {
      notify(done, { type: 'success' });
      card?.focus();
    }, refused);
  };
  const close = () => {
    setChoosing(false);
    more.current?.focus();
  };
  const chooseDate = () => {
    setAnchor(null);
    setChoosing(true);
  };
  return (
    <Stack direction="row" spacing={0.5} className="no-print" sx={{ alignItems: 'center', justifyContent: 'flex-end', flexGrow: { xs: 1, sm: 0 } }}>
      <Button
        component={Link}
        to={nextStepOf[reminder.rule](reminder)}
        variant="outlined"
        size="small"
        sx={{ whiteSpace: 'nowrap', flexGrow: { xs: 1, sm: 0 } }}
        aria-label={t('reminder.verbFor', { verb: t(`reminder.verb.${reminder.rule}`), who })}
      >
        {t(`reminder.verb.${reminder.rule}`)}
      </Button>
      <IconButton ref={more} aria-label={t('reminder.menuFor', { who })} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <MoreIcon />
      </IconButton>
      <LateMenu anchor={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => use('complete', {}, 'reminder.done')}>{t('reminder.complete')}</MenuItem>
        <Divider />
        {snoozes.map((days) => (
          <MenuItem key={days} onClick={() => use('snooze', { snoozedUntil: addDays(today(), days) }, 'reminder.snoozed')}>
            {t(`reminder.snooze${days}`)}
          </MenuItem>
        ))}
        <MenuItem onClick={chooseDate}>{t('reminder.snoozeUntil')}</MenuItem>
      </LateMenu>
      {choosing && (
        <Suspense fallback={null}>
          <SnoozeDialog reminder={reminder} onClose={close} />
        </Suspense>
      )}
    </Stack>
  );
}
