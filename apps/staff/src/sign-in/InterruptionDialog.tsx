import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { SignInState } from '@stegvis/contracts/sign-in/second-factor';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { useEffect, useId, useState } from 'react';
import { HttpError, useLogout, useTranslate } from 'react-admin';
import { rememberAccount } from '../authProvider';
import { send, tokenHasChanged } from '../request';
import { useAccount } from '../useMay';
import { CodeForm } from './CodeForm';
import { becomeSignedOut, type Interruption } from './interruptions';
import { OneFieldForm } from './OneFieldForm';

const codeOf = (error: unknown): unknown => (error instanceof HttpError ? (error.body as { code?: string } | undefined)?.code : undefined);

/** Signs the same person in again, and lets what waits be sent. */
function SignInAgain({ email, end }: { email: string; end: Interruption['end'] }) {
  const t = useTranslate();
  const [half, setHalf] = useState(false);
  const open = (account: Account) => {
    rememberAccount(account);
    end(true);
  };
  const password = async (typed: string) => {
    try {
      open(await send<Account>('POST', 'auth/sign-in', { email, password: typed }));
    } catch (error) {
      if (codeOf(error) !== 'second-factor-needed') throw error;
      setHalf(true);
    }
  };
  const code = async (typed: string) => open(await send<Account>('POST', 'auth/second-factor', { code: typed }));
  if (half) return <CodeForm button={t('ra.auth.sign_in')} onGiven={code} />;
  return (
    <OneFieldForm
      kind="password"
      label={t('ra.auth.password')}
      needed={t('signIn.passwordNeeded')}
      button={t('ra.auth.sign_in')}
      onGiven={password}
    />
  );
}

/** Proves that it is still the same person at the keyboard: by a code where a second factor is on, else by the password. */
function ProveAgain({ end }: { end: Interruption['end'] }) {
  const t = useTranslate();
  const [state, setState] = useState<SignInState>();
  useEffect(() => {
    void send<SignInState>('GET', 'auth/state').then(setState, () => becomeSignedOut());
  }, []);
  if (!state) return null;
  const prove = async (proof: object) => {
    try {
      await send('POST', 'auth/step-up', proof);
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 401) throw error;
      becomeSignedOut();
      return;
    }
    tokenHasChanged();
    end(true);
  };
  if (state.secondFactor) return <CodeForm button={t('account.goOn')} onGiven={(code) => prove({ code })} />;
  return (
    <OneFieldForm
      kind="password"
      label={t('ra.auth.password')}
      needed={t('signIn.passwordNeeded')}
      button={t('account.goOn')}
      onGiven={(password) => prove({ password })}
    />
  );
}

/** What nobody else may read over the shoulder of somebody who is away lies behind frosted glass. */
const frosted = { backdrop: { sx: { backdropFilter: 'blur(12px)' } } };

/** Over the page and everything typed on it: signing in again, or showing that it is you. What waits for it goes on afterwards. */
export function InterruptionDialog({ interruption }: { interruption: Interruption }) {
  const t = useTranslate();
  const account = useAccount();
  const title = useId();
  const logout = useLogout();
  if (!account) return null;
  const { kind, end } = interruption;
  const signedOut = kind === 'signed-out';
  const giveUp = () => {
    end(false);
    if (!signedOut) return;
    rememberAccount(null);
    void logout();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={title} slotProps={signedOut ? frosted : {}} onClose={signedOut ? undefined : giveUp}>
      <DialogTitle id={title} component="h2">
        {t(signedOut ? 'account.signedOut' : 'account.stepUp')}
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          {t(signedOut ? 'account.signedOutText' : 'account.stepUpText', { email: account.email })}
        </DialogContentText>
        {signedOut ? <SignInAgain email={account.email} end={end} /> : <ProveAgain end={end} />}
        <Button fullWidth onClick={giveUp} sx={{ mt: 1 }}>
          {t(signedOut ? 'account.leave' : 'ra.action.cancel')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
