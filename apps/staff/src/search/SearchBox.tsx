import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import { participantPath } from '../fields/TextLink';
import { useMay } from '../useMay';
import { useRecentlyOpened } from './useRecentlyOpened';

const loadDialog = () => import('./SearchDialog');
const SearchDialog = lazy(async () => ({ default: (await loadDialog()).SearchDialog }));
const FindByNumberDialog = lazy(async () => ({ default: (await import('../participants/FindByNumberDialog')).FindByNumberDialog }));

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The button in the top bar that opens the palette, which Ctrl-K (on a Mac, Cmd-K) opens from anywhere. */
export function SearchBox() {
  const t = useTranslate();
  const may = useMay();
  const { pathname } = useLocation();
  const recent = useRecentlyOpened().filter(({ id }) => participantPath(id) !== pathname);
  const [open, setOpen] = useState<'search' | { number: string }>();
  useShortcut(() => setOpen((was) => (was === undefined ? 'search' : undefined)), open === 'search');
  const go = useGo(() => setOpen(undefined));
  const close = () => setOpen(undefined);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        startIcon={<SearchIcon />}
        aria-label={t(may('participants.read') ? 'search.title' : 'search.titlePages')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('search')}
        // It is there before it is wanted.
        onPointerEnter={() => void loadDialog()}
        sx={{
          minWidth: 40,
          width: { md: 260 },
          px: { xs: 1, md: 1.5 },
          justifyContent: 'flex-start',
          fontWeight: 400,
          color: 'text.secondary',
          borderColor: { xs: 'transparent', md: 'divider' },
          '& .MuiButton-startIcon': { ml: 0, mr: { xs: 0, md: 1 } },
        }}
      >
        <Box component="span" aria-hidden sx={{ display: { xs: 'none', md: 'flex' }, flexGrow: 1, justifyContent: 'space-between' }}>
          {t('search.open')}
          <kbd>{t('search.shortcut', { key: onMac ? '⌘' : 'Ctrl' })}</kbd>
        </Box>
      </Button>
      <Suspense fallback={null}>
        {open === 'search' && <SearchDialog recent={recent} onClose={close} onGo={go} onNumber={(number) => setOpen({ number })} />}
        {typeof open === 'object' && <FindByNumberDialog number={open.number} onClose={close} />}
      </Suspense>
    </>
  );
}

/**
 * Goes somewhere, by way of closing the palette, and leaves the keyboard there, not at the button that opened the palette. Going back
 * closes it too.
 */
function useGo(close: () => void): (to: string) => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  const way = useNavigationType();
  const going = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: having arrived is what this is about
  useEffect(() => {
    if (way === 'POP') close();
    const main = document.getElementById('main-content');
    if (going.current && !main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
    going.current = false;
  }, [key]);
  return (to) => {
    close();
    going.current = true;
    void navigate(to);
  };
}

/** Ctrl-K and Cmd-K, unless another dialog is open: what is being filled in there would be lost by going somewhere else. */
function useShortcut(onPress: () => void, isOpen: boolean): void {
  const latest = useRef({ onPress, isOpen });
  latest.current = { onPress, isOpen };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (latest.current.isOpen || !document.querySelector('[role=dialog]')) latest.current.onPress();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
