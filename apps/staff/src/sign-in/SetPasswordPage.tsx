import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { Form, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import { FormProblems } from '../inputs/FormProblems';
import { SubmitButton } from '../inputs/SubmitButton';
import { send } from '../request';
import { useRefusal } from '../useAct';
import { NewPasswordInputs, notTypedTwice } from './NewPasswordInputs';
import { OutsidePage } from './OutsidePage';

/** Where the one-time link of a new account or a lost password leads. */
export function SetPasswordPage() {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const refused = useRefusal();
  const [query] = useSearchParams();
  const [token] = useState(() => query.get('token'));
  const save = async (values: Record<string, unknown>) => {
    const otherwise = notTypedTwice(values);
    if (otherwise) return otherwise;
    try {
      await send('POST', 'auth/set-password', { token, password: values.password });
      notify('signIn.passwordSet', { type: 'success' });
      void navigate('/login');
      return undefined;
    } catch (error) {
      return refused(error);
    }
  };
  return (
    <OutsidePage title={t('signIn.setPassword')} lead={t('signIn.setPasswordLead')}>
      {token ? (
        <Form onSubmit={save} noValidate disableInvalidFormNotification>
          <NewPasswordInputs />
          <FormProblems />
          <SubmitButton fullWidth size="large" sx={{ mt: 2 }} />
        </Form>
      ) : (
        <Alert severity="error">{t('signIn.noToken')}</Alert>
      )}
    </OutsidePage>
  );
}
