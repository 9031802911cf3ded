import type { SignInState } from '@stegvis/contracts/sign-in/second-factor';
import type { OwnSessions } from '@stegvis/contracts/sign-in/session';
import { useTranslate } from 'react-admin';
import { Page } from '../layout/Page';
import { useAccount } from '../useMay';
import { useRead } from '../useRead';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

/** How one signs in: one's own password and second factor, and where one is signed in. */
export function AccountPage() {
  const t = useTranslate();
  const account = useAccount();
  const { data: state, refetch } = useRead<SignInState>('auth/state');
  const sessions = useRead<OwnSessions>('auth/sessions');
  const changed = () => void Promise.all([refetch(), sessions.refetch()]);
  return (
    <Page title={t('account.name')} lead={account?.email} narrow>
      {state && <SecondFactorSection state={state} onChanged={changed} />}
      <PasswordSection onChanged={changed} />
      {sessions.data && <SessionsSection sessions={sessions.data} onChanged={changed} />}
    </Page>
  );
}
