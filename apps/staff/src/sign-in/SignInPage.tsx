import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Form, HttpError, PasswordInput, TextInput, required, useLocale, useLogin, useSetLocale, useTranslate } from 'react-admin';
import type { Language } from '@stegvis/contracts/staff/codes';
import { loadAccount, rememberAccount } from '../authProvider';
import { SubmitButton } from '../inputs/SubmitButton';
import { LanguageSwitch } from '../layout/LanguageSwitch';
import { Wordmark } from '../layout/Wordmark';
import { send } from '../request';

/** A language that was chosen before signing in holds afterwards; else the account's own does. */
async function settleLanguage(chosen: Language | undefined): Promise<Language | undefined> {
  if (!chosen) return (await loadAccount())?.language;
  rememberAccount(await send('PUT', 'auth/language', { language: chosen }));
  return chosen;
}

export function SignInPage() {
  const t = useTranslate();
  const login = useLogin();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const [chosen, setChosen] = useState<Language>();
  const [problem, setProblem] = useState<string>();
  const title = t('signIn.title');
  useEffect(() => {
    document.title = `${title} · Stegvis`;
  }, [title]);

  const signIn = async (values: Record<string, unknown>) => {
    setProblem(undefined);
    try {
      await login({ email: values.email, password: values.password });
      const language = await settleLanguage(chosen).catch(() => undefined);
      if (language && language !== locale) setLocale(language);
    } catch (error) {
      setProblem(error instanceof HttpError ? error.message : 'layout.unavailable');
    }
  };

  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', px: 2 }}>
      <Stack component="header" direction="row" sx={{ py: 2, px: { sm: 2 }, justifyContent: 'space-between', alignItems: 'center' }}>
        <Wordmark />
        <LanguageSwitch onChoice={setChosen} />
      </Stack>
      <Box component="main" sx={{ flexGrow: 1, display: 'flex', justifyContent: 'center', alignItems: { sm: 'center' }, pb: { sm: 14 } }}>
        <Card sx={{ width: '100%', maxWidth: 440, p: { xs: 2.5, sm: 4 }, alignSelf: { xs: 'flex-start', sm: 'auto' } }}>
          <Typography variant="h1">{title}</Typography>
          <Typography color="text.secondary" sx={{ mt: 1, mb: 1 }}>
            {t('signIn.lead')}
          </Typography>
          <Form onSubmit={signIn} noValidate disableInvalidFormNotification>
            <TextInput source="email" type="email" label="ra.auth.email" autoComplete="username" validate={required('signIn.emailNeeded')} helperText={false} />
            <PasswordInput source="password" label="ra.auth.password" autoComplete="current-password" validate={required('signIn.passwordNeeded')} helperText={false} />
            {problem && (
              <Alert severity="error" role="alert" sx={{ mt: 1 }}>
                {t(problem, { _: problem })}
              </Alert>
            )}
            <SubmitButton label="ra.auth.sign_in" fullWidth size="large" sx={{ mt: 2 }} />
          </Form>
        </Card>
      </Box>
    </Box>
  );
}
