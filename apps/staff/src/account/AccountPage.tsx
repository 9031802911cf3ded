import { useTranslate } from 'react-admin';
import { Page } from '../layout/Page';
import { useAccount } from '../useMay';
import { PasswordSection } from './PasswordSection';

/** How one signs in: one's own password. */
export function AccountPage() {
  const t = useTranslate();
  const account = useAccount();
  return (
    <Page title={t('account.name')} lead={account?.email} narrow>
      <PasswordSection onChanged={() => undefined} />
    </Page>
  );
}
