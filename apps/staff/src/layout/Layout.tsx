import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router';
import { SessionWatch } from '../sign-in/SessionWatch';
import { WorkerBanner } from '../worker-status/WorkerBanner';
import { ErrorBoundary } from './ErrorBoundary';
import { Waiting } from './PlainPages';
import { SideMenu } from './SideMenu';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

const menuWidth = 248;

export function Layout({ children }: { children?: ReactNode }) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, by its address, is what this is about
  useEffect(() => {
    setOpen(false);
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink />
      <SessionWatch />
      <TopBar onMenu={() => setOpen((was) => !was)} menuOpen={open} />
      <Box sx={{ display: 'flex', flexGrow: 1 }}>
        <Box className="no-print" sx={{ display: { xs: 'none', md: 'block' }, width: menuWidth, flexShrink: 0 }}>
          <Box sx={{ position: 'sticky', top: 64, maxHeight: 'calc(100vh - 64px)', overflowY: 'auto', py: 2 }}>
            <SideMenu />
          </Box>
        </Box>
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          sx={{ display: { md: 'none' } }}
          slotProps={{ paper: { 'aria-label': t('layout.menu'), sx: { width: menuWidth + 24, pt: 2 } } }}
        >
          <SideMenu />
        </Drawer>
        <Box component="main" id="main-content" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, px: { xs: 2, sm: 3, md: 4 }, py: { xs: 2, md: 4 } }}>
          <WorkerBanner />
          <ErrorBoundary at={pathname}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </Box>
  );
}
