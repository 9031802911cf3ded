import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { focusOnHeading } from './focus';

/** The first stop of the keyboard: past the menu, to what the page is about. */
export function SkipLink() {
  const t = useTranslate();
  return (
    <Link
      href="#main-content"
      className="no-print"
      onClick={(event) => {
        event.preventDefault();
        focusOnHeading();
      }}
      sx={{ position: 'fixed', top: -80, left: 16, zIndex: 2000, p: 1.5, borderRadius: 1, bgcolor: 'background.paper', '&:focus': { top: 8 } }}
    >
      {t('ra.navigation.skip_nav')}
    </Link>
  );
}
