import type { SignInState } from '@stegvis/contracts/sign-in/second-factor';
import { useTranslate } from 'react-admin';
import { Page } from '../layout/Page';
import { useAccount } from '../useMay';
import { useRead } from '../useRead';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';

/** How one signs in: one's own password and second factor. */
export function AccountPage() {
  const t = useTranslate();
  const account = useAccount();
  const { data: state, refetch } = useRead<SignInState>('auth/state');
  const changed = () => void refetch();
  return (
    <Page title={t('account.name')} lead={account?.email} narrow>
      {state && <SecondFactorSection state={state} onChanged={changed} />}
      <PasswordSection onChanged={changed} />
    </Page>
  );
}
