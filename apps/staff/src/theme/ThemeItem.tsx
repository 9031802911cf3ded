import CheckIcon from '@mui/icons-material/Check';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { modes } from './modes';

/** One entry of the account menu for each scheme; the list moves the focus among them, so their props are passed on. */
export function ThemeItem({ at, ...rest }: { at: (typeof modes)[number] } & MenuItemProps) {
  const t = useTranslate();
  const { mode: chosen = 'system', setMode } = useColorScheme();
  const { mode, icon: Icon } = at;
  return (
    <MenuItem role="menuitemradio" aria-checked={mode === chosen} onClick={() => setMode(mode)} {...rest}>
      <ListItemIcon>
        <Icon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{t(`layout.themes.${mode}`)}</ListItemText>
      {mode === chosen && <CheckIcon fontSize="small" color="primary" sx={{ ml: 2 }} />}
    </MenuItem>
  );
}
