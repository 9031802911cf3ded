import { useTranslate } from 'react-admin';
import { CreatePage } from '../layout/CreatePage';
import { OrganisationInputs } from './OrganisationInputs';

export function OrganisationCreate() {
  const t = useTranslate();
  return (
    <CreatePage resource="organisations" title={t('resources.organisations.add')} redirect="list">
      <OrganisationInputs />
    </CreatePage>
  );
}
