import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Language } from '@stegvis/contracts/staff/codes';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, Suspense, useState } from 'react';
import { HttpError, useLocale, useLogin, useSetLocale, useTranslate } from 'react-admin';
import { loadAccount, rememberAccount } from '../authProvider';
import { later } from '../layout/later';
import { send } from '../request';
import { OutsidePage } from './OutsidePage';
import { PlainField } from './PlainField';

/** Few need them, and everybody waits for this page. */
const CodeForm = later(async () => (await import('./CodeForm')).CodeForm);
const NeededFactor = later(async () => (await import('./NeededFactor')).NeededFactor);

/** A language that was chosen before signing in holds afterwards; else the account's own does. */
async function settleLanguage(chosen: Language | undefined): Promise<Language | undefined> {
  if (!chosen) return (await loadAccount())?.language;
  rememberAccount(await send('PUT', 'auth/language', { language: chosen }));
  return chosen;
}

type Given = { email: string; password: string } | { code: string } | { opened: true };

/** Signs in, and lets React-Admin ask anew who is there: it asked before anybody was, and would go on believing that nobody is. */
function useSignIn(chosen: Language | undefined) {
  const login = useLogin();
  const queries = useQueryClient();
  const locale = useLocale();
  const setLocale = useSetLocale();
  return async (given: Given) => {
    await login(given);
    await queries.invalidateQueries({ queryKey: ['auth'] });
    const language = await settleLanguage(chosen).catch(() => undefined);
    if (language && language !== locale) setLocale(language);
  };
}

/** What the server asks for after the password, by the code of its refusal. */
const nextSteps: Record<string, Step> = { 'second-factor-needed': 'code', 'second-factor-to-be-set-up': 'set-up' };
type Step = 'password' | 'code' | 'set-up';

export function SignInPage() {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Language>();
  const [step, setStep] = useState<Step>('password');
  const signIn = useSignIn(chosen);
  const texts = {
    password: ['signIn.title', 'signIn.lead'],
    code: ['account.codeTitle', 'account.codeLead'],
    'set-up': ['account.neededTitle', 'account.neededLead'],
  } as const;
  const [title, lead] = texts[step];
  return (
    <OutsidePage key={step} title={t(title)} lead={t(lead)} onLanguage={setChosen}>
      {step === 'password' && <PasswordForm onGiven={signIn} onStep={setStep} />}
      {step !== 'password' && (
        <Suspense fallback={null}>
          {step === 'code' ? (
            <CodeForm button={t('ra.auth.sign_in')} onGiven={(code) => signIn({ code })} />
          ) : (
            <NeededFactor onDone={() => void signIn({ opened: true })} />
          )}
          <Button fullWidth onClick={() => setStep('password')} sx={{ mt: 1 }}>
            {t('account.startAgain')}
          </Button>
        </Suspense>
      )}
    </OutsidePage>
  );
}

function PasswordForm({ onGiven, onStep }: { onGiven: (given: Given) => Promise<void>; onStep: (step: Step) => void }) {
  const t = useTranslate();
  const [typed, setTyped] = useState<{ email: string; password: string }>();
  const [problem, setProblem] = useState<string>();
  const [waiting, setWaiting] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const [email, password] = [String(values.get('email')).trim(), String(values.get('password'))];
    setTyped({ email, password });
    setProblem(undefined);
    if (!email || !password) return;
    setWaiting(true);
    try {
      await onGiven({ email, password });
    } catch (error) {
      const next = error instanceof HttpError ? nextSteps[(error.body as { code?: string } | undefined)?.code ?? ''] : undefined;
      if (next) return onStep(next);
      setProblem(error instanceof HttpError ? error.message : 'layout.unavailable');
    } finally {
      setWaiting(false);
    }
  };

  return (
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
  );
}
