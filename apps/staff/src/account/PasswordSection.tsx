import { shortestPassword } from '@stegvis/contracts/sign-in/password-length';
import { useState } from 'react';
import { Form, minLength, PasswordInput, required, useNotify, useTranslate } from 'react-admin';
import { FormProblems } from '../inputs/FormProblems';
import { SubmitButton } from '../inputs/SubmitButton';
import { Section } from '../layout/Section';
import { send } from '../request';
import { useRefusal } from '../useAct';

/** Choosing another password. Afterwards the form is empty: a password does not stay on the screen. */
export function PasswordSection({ onChanged }: { onChanged: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const refused = useRefusal();
  const [nth, setNth] = useState(0);
  const save = async ({ current, password, again }: Record<string, unknown>) => {
    if (password !== again) return { again: 'signIn.notTheSame' };
    try {
      await send('PUT', 'auth/password', { current, password });
      notify('account.passwordChanged', { type: 'success' });
      setNth(nth + 1);
      onChanged();
      return undefined;
    } catch (error) {
      return refused(error);
    }
  };
  return (
    <Section title={t('account.password')} id="password">
      <Form key={nth} onSubmit={save} noValidate disableInvalidFormNotification>
        <PasswordInput source="current" label="account.currentPassword" autoComplete="current-password" validate={required()} helperText={false} />
        <PasswordInput
          source="password"
          label="signIn.newPassword"
          autoComplete="new-password"
          validate={[required(), minLength(shortestPassword)]}
          helperText="signIn.passwordHint"
        />
        <PasswordInput source="again" label="signIn.again" autoComplete="new-password" validate={required()} helperText={false} />
        <FormProblems />
        <SubmitButton label="account.changePassword" sx={{ mt: 1 }} />
      </Form>
    </Section>
  );
}
