import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Language } from '@stegvis/contracts/staff/codes';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { HttpError, useLocale, useLogin, useSetLocale, useTranslate } from 'react-admin';
import { loadAccount, rememberAccount } from '../authProvider';
import { send } from '../request';
import { OutsidePage } from './OutsidePage';
import { PlainField } from './PlainField';

/** A language that was chosen before signing in holds afterwards; else the account's own does. */
async function settleLanguage(chosen: Language | undefined): Promise<Language | undefined> {
  if (!chosen) return (await loadAccount())?.language;
  rememberAccount(await send('PUT', 'auth/language', { language: chosen }));
  return chosen;
}

/** Signs in, and lets React-Admin ask anew who is there: it asked before anybody was, and would go on believing that nobody is. */
function useSignIn(chosen: Language | undefined) {
  const login = useLogin();
  const queries = useQueryClient();
  const locale = useLocale();
  const setLocale = useSetLocale();
  return async (email: string, password: string) => {
    await login({ email, password });
    await queries.invalidateQueries({ queryKey: ['auth'] });
    const language = await settleLanguage(chosen).catch(() => undefined);
    if (language && language !== locale) setLocale(language);
  };
}

export function SignInPage() {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Language>();
  const [typed, setTyped] = useState<{ email: string; password: string }>();
  const [problem, setProblem] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const signIn = useSignIn(chosen);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const [email, password] = [String(values.get('email')).trim(), String(values.get('password'))];
    setTyped({ email, password });
    setProblem(undefined);
    if (!email || !password) return;
    setWaiting(true);
    try {
      await signIn(email, password);
    } catch (error) {
      setProblem(error instanceof HttpError ? error.message : 'layout.unavailable');
    } finally {
      setWaiting(false);
    }
  };

  return (
    <OutsidePage title={t('signIn.title')} lead={t('signIn.lead')} onLanguage={setChosen}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <PlainField
          name="email"
          type="email"
          label={t('ra.auth.email')}
          autoComplete="username"
          error={typed?.email === '' ? t('signIn.emailNeeded') : undefined}
        />
        <PlainField
          name="password"
          type="password"
          label={t('ra.auth.password')}
          autoComplete="current-password"
          error={typed?.password === '' ? t('signIn.passwordNeeded') : undefined}
        />
        {problem && (
          <Alert severity="error" role="alert" sx={{ mt: 1 }}>
            {t(problem, { _: problem })}
          </Alert>
        )}
        <Button type="submit" variant="contained" size="large" fullWidth disabled={waiting} sx={{ mt: 2 }}>
          {t('ra.auth.sign_in')}
        </Button>
      </form>
    </OutsidePage>
  );
}
