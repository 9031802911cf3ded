import type { Organisation } from '@stegvis/contracts/organisations/organisation';
import { EditPage } from '../layout/EditPage';
import { OrganisationInputs } from './OrganisationInputs';

export function OrganisationEdit() {
  return (
    <EditPage<Organisation> resource="organisations" title={({ name }) => name} redirect="list">
      <OrganisationInputs />
    </EditPage>
  );
}
