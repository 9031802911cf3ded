import { useColorScheme } from '@mui/material/styles';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { type Mode, modes } from './modes';

/** Light, dark, or as the system, for those who have no account menu yet. */
export function ThemeSwitch() {
  const t = useTranslate();
  const { mode: chosen = 'system', setMode } = useColorScheme();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={chosen}
      onChange={(_event, value: Mode | null) => value && setMode(value)}
      aria-label={t('layout.theme')}
    >
      {modes.map(({ mode, icon: Icon }) => (
        <ToggleButton
          key={mode}
          value={mode}
          aria-label={t(`layout.themes.${mode}`)}
          title={t(`layout.themes.${mode}`)}
          sx={{ px: 1.5, minHeight: 44 }}
        >
          <Icon fontSize="small" />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
