import { useState } from 'react';
import { Form, PasswordInput, required, useNotify, useTranslate } from 'react-admin';
import { FormProblems } from '../inputs/FormProblems';
import { SubmitButton } from '../inputs/SubmitButton';
import { Section } from '../layout/Section';
import { send } from '../request';
import { NewPasswordInputs, notTypedTwice } from '../sign-in/NewPasswordInputs';
import { useRefusal } from '../useAct';

/** Choosing another password. Afterwards the form is empty: a password does not stay on the screen. */
export function PasswordSection({ onChanged }: { onChanged: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const refused = useRefusal();
  const [nth, setNth] = useState(0);
  const save = async (values: Record<string, unknown>) => {
    const otherwise = notTypedTwice(values);
    if (otherwise) return otherwise;
    try {
      await send('PUT', 'auth/password', { current: values.current, password: values.password });
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
        <NewPasswordInputs />
        <FormProblems />
        <SubmitButton label="account.changePassword" sx={{ mt: 1 }} />
      </Form>
    </Section>
  );
}
