import MenuIcon from '@mui/icons-material/Menu';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Toolbar from '@mui/material/Toolbar';
import { useTranslate } from 'react-admin';
import { SearchBox } from '../search/SearchBox';
import { LanguageSwitch } from './LanguageSwitch';
import { UserMenu } from './UserMenu';
import { Wordmark } from './Wordmark';

export function TopBar({ onMenu, menuOpen }: { onMenu: () => void; menuOpen: boolean }) {
  const t = useTranslate();
  return (
    <AppBar
      position="sticky"
      className="no-print"
      sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', zIndex: (theme) => theme.zIndex.drawer - 1 }}
    >
      <Toolbar sx={{ gap: { xs: 0, sm: 2 }, minHeight: 64, px: { xs: 1, sm: 3 } }}>
        <IconButton onClick={onMenu} aria-label={t('layout.menu')} aria-expanded={menuOpen} sx={{ display: { md: 'none' } }}>
          <MenuIcon />
        </IconButton>
        <Wordmark />
        <Box sx={{ flexGrow: 1 }} />
        <SearchBox />
        <LanguageSwitch />
        <UserMenu />
      </Toolbar>
    </AppBar>
  );
}
