import { shortestPassword } from '@stegvis/contracts/sign-in/password-length';
import { minLength, PasswordInput, required } from 'react-admin';

/** A new password, typed twice. */
export function NewPasswordInputs() {
  return (
    <>
      <PasswordInput
        source="password"
        label="signIn.newPassword"
        autoComplete="new-password"
        validate={[required(), minLength(shortestPassword)]}
        helperText="signIn.passwordHint"
      />
      <PasswordInput source="again" label="signIn.again" autoComplete="new-password" validate={required()} helperText={false} />
    </>
  );
}

/** What is said at the field when the two are not the same; nothing when they are. */
export const notTypedTwice = ({ password, again }: Record<string, unknown>): Record<string, string> | undefined =>
  password === again ? undefined : { again: 'signIn.notTheSame' };
