import Alert from '@mui/material/Alert';
import type { Language } from '@stegvis/contracts/staff/codes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, HttpError, PasswordInput, required, TextInput, useLocale, useLogin, useSetLocale, useTranslate } from 'react-admin';
import { loadAccount, rememberAccount } from '../authProvider';
import { SubmitButton } from '../inputs/SubmitButton';
import { send } from '../request';
import { OutsidePage } from './OutsidePage';

/** A language that was chosen before signing in holds afterwards; else the account's own does. */
async function settleLanguage(chosen: Language | undefined): Promise<Language | undefined> {
  if (!chosen) return (await loadAccount())?.language;
  rememberAccount(await send('PUT', 'auth/language', { language: chosen }));
  return chosen;
}

export function SignInPage() {
  const t = useTranslate();
  const login = useLogin();
  const queries = useQueryClient();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const [chosen, setChosen] = useState<Language>();
  const [problem, setProblem] = useState<string>();

  const signIn = async (values: Record<string, unknown>) => {
    setProblem(undefined);
    try {
      await login({ email: values.email, password: values.password });
      // React-Admin asked who is signed in before anybody was, and would go on believing that nobody is.
      await queries.invalidateQueries({ queryKey: ['auth'] });
      const language = await settleLanguage(chosen).catch(() => undefined);
      if (language && language !== locale) setLocale(language);
    } catch (error) {
      setProblem(error instanceof HttpError ? error.message : 'layout.unavailable');
    }
  };

  return (
    <OutsidePage title={t('signIn.title')} lead={t('signIn.lead')} onLanguage={setChosen}>
      <Form onSubmit={signIn} noValidate disableInvalidFormNotification>
        <TextInput
          source="email"
          type="email"
          label="ra.auth.email"
          autoComplete="username"
          validate={required('signIn.emailNeeded')}
          helperText={false}
        />
        <PasswordInput
          source="password"
          label="ra.auth.password"
          autoComplete="current-password"
          validate={required('signIn.passwordNeeded')}
          helperText={false}
        />
        {problem && (
          <Alert severity="error" role="alert" sx={{ mt: 1 }}>
            {t(problem, { _: problem })}
          </Alert>
        )}
        <SubmitButton label="ra.auth.sign_in" fullWidth size="large" sx={{ mt: 2 }} />
      </Form>
    </OutsidePage>
  );
}
