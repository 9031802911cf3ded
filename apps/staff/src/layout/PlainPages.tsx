import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Page } from './Page';

/** Says that something is coming, but only after a moment, so that quick pages do not flicker. */
export function Waiting() {
  const t = useTranslate();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" sx={{ display: 'flex', justifyContent: 'center', p: 6, minHeight: 160 }}>
      {late && <CircularProgress aria-label={t('ra.page.loading')} />}
    </Box>
  );
}

export function LoadingPage() {
  return (
    <Box component="main">
      <Waiting />
    </Box>
  );
}

function WayHome() {
  const t = useTranslate();
  return (
    <Button component={Link} to="/" variant="contained" sx={{ mt: 2 }}>
      {t('layout.toStart')}
    </Button>
  );
}

/** Also React-Admin's page for an address that there is not, to which it gives a title. */
export function NotFoundPage({ children }: { title?: ReactNode; children?: ReactNode }) {
  const t = useTranslate();
  return (
    <Page title={t('layout.notFoundTitle')}>
      <Typography>{t('layout.notFoundText')}</Typography>
      {children}
      <WayHome />
    </Page>
  );
}

export function AccessDenied() {
  const t = useTranslate();
  return (
    <Page title={t('layout.deniedTitle')}>
      <Typography>{t('layout.deniedText')}</Typography>
      <WayHome />
    </Page>
  );
}

export function SomethingWrong({ resetErrorBoundary }: { resetErrorBoundary?: (reason?: unknown) => void }) {
  const t = useTranslate();
  return (
    <Page title={t('layout.brokenTitle')}>
      <Typography>{t('layout.brokenText')}</Typography>
      <Button variant="contained" sx={{ mt: 2 }} onClick={() => (resetErrorBoundary ? resetErrorBoundary() : window.location.reload())}>
        {t('layout.tryAgain')}
      </Button>
    </Page>
  );
}
