import { languages } from '@stegvis/contracts/staff/codes';
import type { Staff } from '@stegvis/contracts/staff/staff';
import { BooleanInput, required, TextInput, useTranslate } from 'react-admin';
import { listPath } from '../fields/listPath';
import { TextLink } from '../fields/TextLink';
import { CodeRadioInput } from '../inputs/CodeInput';
import { CreatePage } from '../layout/CreatePage';
import { EditPage } from '../layout/EditPage';
import { InviteButton } from './InviteButton';
import { SignInButtons } from './SignInButtons';

function StaffInputs() {
  return (
    <>
      <TextInput source="name" validate={required()} helperText={false} autoComplete="off" />
      <TextInput source="email" type="email" validate={required()} helperText="admin.emailHint" autoComplete="off" />
      <CodeRadioInput source="language" list="language" codes={languages} needed />
      <BooleanInput source="active" helperText={false} />
    </>
  );
}

export function StaffCreate() {
  const t = useTranslate();
  return (
    <CreatePage resource="staff" title={t('resources.staff.add')} defaultValues={{ language: 'sv', active: true }} redirect="list">
      <StaffInputs />
    </CreatePage>
  );
}

export function StaffEdit() {
  const t = useTranslate();
  return (
    <EditPage<Staff>
      resource="staff"
      title={({ name }) => name}
      lead={({ id }) => <TextLink to={listPath('role-assignments', { staffId: id })}>{t('admin.rolesOf')}</TextLink>}
      actions={
        <>
          <InviteButton />
          <SignInButtons />
        </>
      }
      redirect="list"
    >
      <StaffInputs />
    </EditPage>
  );
}
