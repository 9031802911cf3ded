import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OwnSession, OwnSessions } from '@stegvis/contracts/sign-in/session';
import { useNotify, useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { Section } from '../layout/Section';
import { send } from '../request';
import { useAct, useRefusal } from '../useAct';

/** Where one is signed in, and ending what is not one's own. */
export function SessionsSection({ sessions: { sessions }, onChanged }: { sessions: OwnSessions; onChanged: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct();
  const refused = useRefusal();
  const done = () => {
    notify('account.sessionsEnded', { type: 'success' });
    onChanged();
  };
  const end = (id: string) => act('auth/sessions', id, 'end', {}).then(done, refused);
  const endOthers = () => send('POST', 'auth/sessions/end-others').then(done, refused);
  return (
    <Section
      title={t('account.sessions')}
      id="sessions"
      actions={
        sessions.length > 1 && (
          <Button color="error" onClick={() => void endOthers()}>
            {t('account.endOthers')}
          </Button>
        )
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
        ))}
      </Box>
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const t = useTranslate();
  const dates = useDates();
  const { browser, system, current, startedAt, lastSeenAt } = session;
  const name = browser && system ? t('account.device', { browser, system }) : browser || system || t('account.unknownDevice');
  const times = t('account.sessionTimes', { begun: dates.instant(startedAt), used: dates.instant(lastSeenAt) });
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1, alignItems: 'center', justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography color="textSecondary">{times}</Typography>
      </Box>
      {current ? (
        <Tag text={t('account.thisSession')} tone="good" />
      ) : (
        <Button variant="outlined" onClick={onEnd} aria-label={t('account.endSessionOf', { name })}>
          {t('account.endSession')}
        </Button>
      )}
    </Box>
  );
}
