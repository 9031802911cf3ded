import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { PlainField } from './PlainField';

interface OneFieldFormProps {
  kind: 'password' | 'code';
  label: string;
  hint?: string;
  needed: string;
  button: string;
  /** Rejects with a sentence for the reader when it was not right. */
  onGiven: (value: string) => Promise<void>;
  /** Further buttons, below. */
  children?: ReactNode;
}

/** The sentence of a refusal: at its field, or as a whole. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof HttpError)) return 'layout.unavailable';
  const errors = (error.body as { errors?: Record<string, unknown> } | undefined)?.errors ?? {};
  const [first] = Object.values(errors).filter((one) => typeof one === 'string');
  return first ?? error.message;
};

/** Asks for one secret, a password or a code, and says what was wrong with it. */
export function OneFieldForm({ kind, label, hint, needed, button, onGiven, children }: OneFieldFormProps) {
  const t = useTranslate();
  const [empty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form of the page below must not be sent with this one.
    event.stopPropagation();
    const value = String(new FormData(event.currentTarget).get(kind));
    setEmpty(value === '');
    setProblem(undefined);
    if (value === '') return;
    setWaiting(true);
    try {
      await onGiven(value);
    } catch (error) {
      setProblem(reasonOf(error));
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <PlainField
        name={kind}
        type={kind}
        label={label}
        hint={hint}
        autoComplete={kind === 'code' ? 'one-time-code' : 'current-password'}
        error={empty ? needed : undefined}
        focused
      />
      {problem && (
        <Alert severity="error" role="alert" sx={{ mt: 1 }}>
          {t(problem, { _: problem })}
        </Alert>
      )}
      <Button type="submit" variant="contained" size="large" fullWidth disabled={waiting} sx={{ mt: 2 }}>
        {button}
      </Button>
      {children}
    </form>
  );
}
