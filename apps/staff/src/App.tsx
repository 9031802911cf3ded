import CssBaseline from '@mui/material/CssBaseline';
import { type Theme, ThemeProvider } from '@mui/material/styles';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { CoreAdminContext, CoreAdminUI, HttpError, type I18nProvider, memoryStore } from 'react-admin';
import { createHashRouter, RouterProvider } from 'react-router';
import { authProvider } from './authProvider';
import { dataProvider } from './dataProvider';
import { Landing } from './layout/Landing';
import { later } from './layout/later';
import { Notification } from './layout/Notification';
import { AccessDenied, LoadingPage, NotFoundPage, SomethingWrong } from './layout/PlainPages';
import { windowWithoutStorage } from './layout/windowWithoutStorage';
import { pagesFor } from './pages';
import { useInterruption } from './sign-in/interruptions';
import { SignInPage } from './sign-in/SignInPage';
import { PaperColours } from './theme/PaperColours';
import { modeKey } from './theme/theme';

const InterruptionDialog = later(async () => (await import('./sign-in/InterruptionDialog')).InterruptionDialog);
const LayoutInside = later(async () => (await import('./layout/Layout')).Layout);

/** The dialog is fetched when there is something to ask. */
function Interruptions() {
  const interruption = useInterruption();
  return (
    interruption && (
      <Suspense fallback={null}>
        <InterruptionDialog interruption={interruption} />
      </Suspense>
    )
  );
}

/** The frame of those who are signed in; the sign-in page does without. */
function Layout({ children }: { children?: ReactNode }) {
  return (
    <Suspense fallback={<LoadingPage />}>
      <LayoutInside>{children}</LayoutInside>
    </Suspense>
  );
}

/** A refusal will not change by asking again; a network that failed may. */
const askAgain = (failures: number, error: unknown) => failures < 2 && error instanceof HttpError && (error.status === 0 || error.status >= 500);

const pages = (verbs: readonly Verb[] | undefined) => pagesFor(verbs ?? []);

interface AppProps {
  i18nProvider: I18nProvider;
  theme: Theme;
}

function Stegvis({ i18nProvider, theme }: AppProps) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: askAgain }, mutations: { retry: false } } }));
  const [store] = useState(() => memoryStore());
  return (
    <CoreAdminContext authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18nProvider} queryClient={queries} store={store}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={modeKey} colorSchemeStorageKey={modeKey} noSsr disableTransitionOnChange>
        <CssBaseline enableColorScheme />
        <PaperColours />
        <CoreAdminUI
          accessDenied={AccessDenied}
          catchAll={NotFoundPage}
          dashboard={Landing}
          disableTelemetry
          error={SomethingWrong}
          layout={Layout}
          loading={LoadingPage}
          loginPage={SignInPage}
          requireAuth
          title="Stegvis"
        >
          {pages}
        </CoreAdminUI>
        <Notification />
        <Interruptions />
      </ThemeProvider>
    </CoreAdminContext>
  );
}

/**
 * React-Admin inside a data router, since the unsaved-changes guard needs one. The route stands after the hash, so that no id of a
 * person is ever in an address that a server or a proxy writes down.
 */
export function App(props: AppProps) {
  const [router] = useState(() => createHashRouter([{ path: '*', element: <Stegvis {...props} /> }], { window: windowWithoutStorage() }));
  return <RouterProvider router={router} />;
}
