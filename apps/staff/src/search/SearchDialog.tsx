import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import LinearProgress from '@mui/material/LinearProgress';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { PersonFound } from '@stegvis/contracts/search/search';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../useMay';
import { ChoiceList } from './ChoiceList';
import { type Choice, choicesFor } from './choices';
import { placesFor } from './places';
import { useListbox } from './useListbox';
import { useSearch } from './useSearch';

interface SearchDialogProps {
  /** People opened lately, the last one first. */
  recent: readonly PersonFound[];
  onClose: () => void;
  onGo: (to: string) => void;
  onNumber: (number: string) => void;
}

/** For those who hear the page. */
const unseen = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };

/** The palette: what is typed finds people, meetings and pages, and Enter opens the first of them. */
export function SearchDialog({ recent, onClose, onGo, onNumber }: SearchDialogProps) {
  const t = useTranslate();
  const may = useMay();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [typed, setTyped] = useState('');
  // Enter came before the answer: the first choice is opened as soon as it is there.
  const [hurried, setHurried] = useState(false);
  const search = useSearch(typed);
  const people = may('participants.read');
  const places = placesFor(may, t, search.reading.words);
  // A day or a date is no name of a page.
  const named = search.text === '' || search.reading.words.length > 0;
  const groups = choicesFor(search, { recent, places: named ? places : [], byNumber: people });
  const choices = groups.flatMap((group) => group.choices);

  const open = (choice: Choice | undefined) => {
    if (choice?.kind === 'number') onNumber(choice.number);
    else if (choice) onGo(choice.to);
  };
  const listbox = useListbox({
    count: choices.length,
    about: search.text,
    onChoose: (index, deliberate) => (search.pending && !deliberate ? setHurried(true) : open(choices[index])),
    onEscape: onClose,
  });
  useEffect(() => {
    if (!hurried || search.pending) return;
    setHurried(false);
    if (!search.failed) open(choices[0]);
  });

  const title = t(people ? 'search.title' : 'search.titlePages');
  const nothing = search.text !== '' && choices.length === 0 && !search.failed;
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={narrow}
      fullWidth
      maxWidth="sm"
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { 'aria-label': title, sx: { mt: { xs: 0, sm: '10vh' }, maxHeight: { xs: '100%', sm: '80vh' } } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <SearchIcon color="action" />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          placeholder={t(people ? 'search.hint' : 'search.hintPages')}
          onChange={(event) => {
            setTyped(event.target.value);
            setHurried(false);
          }}
          slotProps={{ input: { ...listbox.field, 'aria-label': title, maxLength: 100 } }}
          sx={{ fontSize: '1.1rem', minHeight: 44, '& input::placeholder': { color: 'text.secondary', opacity: 1 } }}
        />
        <IconButton onClick={onClose} aria-label={t('ra.action.close')} edge="end">
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ height: 2 }}>{search.pending && <Late />}</Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: { xs: 0, sm: '16rem' } }}>
        {search.failed && (
          <Alert severity="error" sx={{ m: 2, mb: 0 }} action={<Button onClick={search.tryAgain}>{t('layout.tryAgain')}</Button>}>
            {t('search.failed')}
          </Alert>
        )}
        {nothing && (
          <Box sx={{ p: 3 }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{t('search.nothing', { text: search.text })}</Box>
            <Box sx={{ color: 'text.secondary', mt: 1 }}>{t(people ? 'search.help' : 'search.helpPages')}</Box>
          </Box>
        )}
        {choices.length > 0 && <ChoiceList groups={groups} words={search.reading.words} listbox={listbox} label={title} />}
      </Box>
      <Box role="status" sx={unseen}>
        {nothing && t('search.nothing', { text: search.text })}
        {search.text !== '' && choices.length > 0 && t('search.found', { smart_count: choices.length })}
      </Box>
    </Dialog>
  );
}

/** Says that an answer is coming, but only after a moment, so that quick answers do not flicker. */
function Late() {
  const t = useTranslate();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return late && <LinearProgress aria-label={t('ra.page.loading')} sx={{ height: 2 }} />;
}
