import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';

/** The first stop of the keyboard: past the menu, to what the page is about. */
export function SkipLink() {
  const t = useTranslate();
  return (
    <Link
      href="#main-content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{ position: 'fixed', top: -80, left: 16, zIndex: 2000, p: 1.5, borderRadius: 1, bgcolor: 'background.paper', '&:focus': { top: 8 } }}
    >
      {t('ra.navigation.skip_nav')}
    </Link>
  );
}
