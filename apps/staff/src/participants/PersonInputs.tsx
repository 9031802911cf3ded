import { BooleanInput, required, TextInput } from 'react-admin';
import { LanguageInput } from './LanguageInput';

export function NameInputs() {
  return (
    <>
      <TextInput source="givenName" validate={required()} helperText={false} autoComplete="off" />
      <TextInput source="familyName" validate={required()} helperText={false} autoComplete="off" />
    </>
  );
}

/** How one talks with the person; nothing that says who it is. */
export function LanguageInputs() {
  return (
    <>
      <LanguageInput source="language" />
      <BooleanInput source="interpreter" helperText={false} />
    </>
  );
}

/** How the person is reached. Where a protected person lives is stored nowhere. */
export function ContactInputs({ address = true }: { address?: boolean }) {
  return (
    <>
      <TextInput source="phone" type="tel" helperText={false} autoComplete="off" />
      <TextInput source="email" type="email" helperText={false} autoComplete="off" />
      {address && <TextInput source="address" multiline helperText={false} autoComplete="off" />}
    </>
  );
}
