import Alert from '@mui/material/Alert';
import { BooleanInput, DateInput, required, TextInput, useTranslate } from 'react-admin';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { useAccount } from '../useMay';

/** Shows the names of a site to somebody who leads its project. */
export function NameGrantCreate() {
  const t = useTranslate();
  const account = useAccount();
  const led = account?.roles.filter(({ role }) => role === 'local-leader').map(({ siteId }) => siteId) ?? [];
  return (
    <CreatePage
      resource="name-grants"
      title={t('resources.name-grants.add')}
      lead={t('nameGrant.lead')}
      defaultValues={led.length === 1 ? { siteId: led[0] } : undefined}
      redirect="list"
      save="nameGrant.give"
    >
      <RecordInput source="siteId" reference="sites" needed />
      <RecordInput source="staffId" reference="staff" filter={{ role: 'project-leader' }} needed />
      <TextInput source="ground" multiline minRows={2} validate={required()} helperText="nameGrant.groundHint" />
      <DateInput source="validTo" validate={required()} helperText="nameGrant.validToHint" />
      <BooleanInput source="sensitiveFacts" helperText="nameGrant.sensitiveHint" />
      <Alert severity="info">{t('nameGrant.consequence')}</Alert>
    </CreatePage>
  );
}
