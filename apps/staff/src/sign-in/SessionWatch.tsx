import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { SessionLeft } from '@stegvis/contracts/sign-in/session';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { isAttended, noteTouch } from '../attendance';
import { send } from '../request';
import { interrupt } from './interruptions';

/** Milliseconds before the end at which the person is warned. */
const warning = 2 * 60_000;
/** How often the clock is looked at. */
const tick = 10_000;
/** How often somebody who writes for a long time, and asks the server nothing, tells it that they are there. */
const tellAfter = 5 * 60_000;

/** When a session ends, by this computer's clock, in milliseconds. */
interface Ends {
  idle: number;
  anyhow: number;
  askedAt: number;
}

async function ask(): Promise<Ends> {
  const { idle, anyhow } = await send<SessionLeft>('GET', 'auth/sessions/left');
  const askedAt = Date.now();
  return { idle: askedAt + idle * 1000, anyhow: askedAt + anyhow * 1000, askedAt };
}

/** Warns before a session ends, and then covers the page and asks who is there: what was typed stays under it. */
export function SessionWatch() {
  const t = useTranslate();
  const title = useId();
  const ends = useRef<Ends>(undefined);
  const [near, setNear] = useState<'idle' | 'anyhow'>();

  const look = useCallback(async (anew: boolean) => {
    const known = ends.current;
    const first = (at: Ends) => Math.min(at.idle, at.anyhow) - Date.now();
    const tell = known !== undefined && isAttended() && Date.now() - known.askedAt > tellAfter;
    // The end that this page knows of may be an old one: another tab, or this one's own requests, have moved it.
    if (anew || known === undefined || tell || first(known) < warning) ends.current = await ask();
    const now = ends.current;
    if (!now || first(now) > warning) return setNear(undefined);
    if (first(now) > 0) return setNear(now.idle < now.anyhow ? 'idle' : 'anyhow');
    setNear(undefined);
    if (await interrupt('signed-out')) ends.current = undefined;
  }, []);

  useEffect(() => {
    // Offline, or signed out meanwhile: whoever asks for something is told then.
    const quietly = () => void look(false).catch(() => setNear(undefined));
    quietly();
    const clock = setInterval(quietly, tick);
    return () => clearInterval(clock);
  }, [look]);

  if (!near) return null;
  const stay = () => {
    noteTouch();
    void look(true).catch(() => setNear(undefined));
  };
  const signIn = () => {
    setNear(undefined);
    void interrupt('signed-out').then((done) => {
      if (done) ends.current = undefined;
    });
  };
  return (
    <Dialog open aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title} component="h2">
        {t('account.endsSoon')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t(near === 'idle' ? 'account.endsIdle' : 'account.endsAnyhow')}</DialogContentText>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        {near === 'idle' ? (
          <Button variant="contained" autoFocus onClick={stay}>
            {t('account.staySignedIn')}
          </Button>
        ) : (
          <Button variant="contained" autoFocus onClick={signIn}>
            {t('account.signedOut')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
