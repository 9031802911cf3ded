import Alert from '@mui/material/Alert';
import { DateInput, FormDataConsumer, required, TextInput, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { CoachInput } from '../inputs/CoachInput';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { useAccount } from '../useMay';

/** Lets a coach stand in for another who is away. */
export function StandInCreate() {
  const t = useTranslate();
  const account = useAccount();
  const led = account?.roles.filter(({ role }) => role === 'local-leader').map(({ siteId }) => siteId) ?? [];
  return (
    <CreatePage
      resource="stand-ins"
      title={t('resources.stand-ins.add')}
      lead={t('standIn.lead')}
      defaultValues={{ startsOn: today(), ...(led.length === 1 && { siteId: led[0] }) }}
      redirect="list"
      save="standIn.appoint"
    >
      <RecordInput source="siteId" reference="sites" needed />
      <FormDataConsumer>
        {({ formData: { siteId } }) =>
          siteId && (
            <>
              <CoachInput source="coachId" siteId={siteId} needed />
              <CoachInput source="standInId" siteId={siteId} needed />
            </>
          )
        }
      </FormDataConsumer>
      <DateInput source="startsOn" validate={required()} helperText={false} />
      <DateInput source="endsOn" validate={required()} helperText="standIn.endsOnHint" />
      <TextInput source="reason" multiline minRows={2} validate={required()} helperText="standIn.reasonHint" />
      <Alert severity="info">{t('standIn.consequence')}</Alert>
    </CreatePage>
  );
}
