import { useTranslate } from 'react-admin';
import { OneFieldForm } from './OneFieldForm';

/** Asks for a code of the second factor, or a recovery code. */
export function CodeForm({ button, onGiven }: { button: string; onGiven: (code: string) => Promise<void> }) {
  const t = useTranslate();
  return (
    <OneFieldForm
      kind="code"
      label={t('account.code')}
      hint={t('account.codeHint')}
      needed={t('account.codeNeeded')}
      button={button}
      onGiven={onGiven}
    />
  );
}
