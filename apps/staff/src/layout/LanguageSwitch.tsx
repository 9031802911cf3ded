import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { type Language, languages } from '@stegvis/contracts/staff/codes';
import { useLocaleState, useTranslate } from 'react-admin';
import { rememberAccount } from '../authProvider';
import { send } from '../request';
import { useAccount } from '../useMay';

const names: Record<Language, string> = { sv: 'Svenska', en: 'English' };

/** Each language is written in itself. Pressing the one in use is a choice too. Who is signed in has it remembered by the server. */
export function LanguageSwitch({ onChoice }: { onChoice?: (language: Language) => void }) {
  const t = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const account = useAccount();
  const choose = (language: Language) => {
    setLocale(language);
    onChoice?.(language);
    if (account) void send<Account>('PUT', 'auth/language', { language }).then(rememberAccount, () => undefined);
  };
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={locale}
      onChange={(_event, value: Language | null) => choose(value ?? (locale as Language))}
      aria-label={t('layout.language')}
    >
      {languages.map((language) => (
        <ToggleButton
          key={language}
          value={language}
          lang={language}
          aria-label={names[language]}
          sx={{ px: 1.25, minHeight: 36, '@media (pointer: coarse)': { minHeight: 44 } }}
        >
          {language.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
