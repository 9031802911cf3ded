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

export function ContactInputs() {
  return (
    <>
      <LanguageInput source="language" />
      <BooleanInput source="interpreter" helperText={false} />
      <TextInput source="phone" type="tel" helperText={false} autoComplete="off" />
      <TextInput source="email" type="email" helperText={false} autoComplete="off" />
      <TextInput source="address" multiline helperText={false} autoComplete="off" />
    </>
  );
}
