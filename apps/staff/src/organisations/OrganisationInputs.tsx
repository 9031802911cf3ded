import { organisationKinds } from '@stegvis/contracts/organisations/codes';
import { required, TextInput } from 'react-admin';
import { CodeInput } from '../inputs/CodeInput';

export function OrganisationInputs() {
  return (
    <>
      <TextInput source="name" validate={required()} helperText={false} />
      <CodeInput source="kind" list="organisationKind" codes={organisationKinds} needed helperText={false} />
      <TextInput source="orgNumber" helperText="admin.orgNumberHint" />
      <TextInput source="municipalityCode" helperText="admin.municipalityHint" />
    </>
  );
}
