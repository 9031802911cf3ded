import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Theme } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useId, useState } from 'react';
import { FilterLiveForm, useListContext, useTranslate } from 'react-admin';

interface FilterBarProps {
  /** A field to search by words, which is no filter of the address. */
  search?: { label: string; words: string; onType: (words: string) => void };
  main?: ReactNode;
  more?: { sources: readonly string[]; inputs: ReactNode };
}

const columns = {
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(200px, 1fr))' },
  alignItems: 'start',
  '& .MuiFormControl-root': { m: 0 },
  '& .MuiFormHelperText-root': { display: 'none' },
};

/** Filters work as they are typed. On a phone they fold away, and say how many are set: a list never hides why it is short. */
export function FilterBar({ search, main, more }: FilterBarProps) {
  const t = useTranslate();
  const id = useId();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { filterValues, setFilters, resource } = useListContext();
  const set = Object.entries({ ...filterValues, q: search?.words }).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const clear = (): void => {
    search?.onType('');
    setFilters({});
  };
  const hiddenIsSet = more?.sources.some((source) => set.some(([name]) => name === source)) ?? false;
  const [folded, setFolded] = useState(true);
  const [asked, setAsked] = useState(false);
  const open = asked || hiddenIsSet;
  const shown = !narrow || !folded;
  return (
    <Box role="search" aria-label={t('layout.filters')} className="no-print" sx={{ mb: 2 }}>
      {narrow && (
        <Button variant="outlined" aria-expanded={!folded} aria-controls={id} onClick={() => setFolded(!folded)} sx={{ mb: 1, mr: 1 }}>
          {set.length > 0 ? t('layout.filtersSet', { smart_count: set.length }) : t('layout.filters')}
        </Button>
      )}
      <Box id={id} hidden={!shown}>
        <FilterLiveForm key={resource}>
          <Box sx={columns}>
            {search && (
              <TextField
                type="search"
                label={t(search.label)}
                value={search.words}
                onChange={({ target }) => search.onType(target.value)}
                slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off' } }}
                size="small"
                fullWidth
              />
            )}
            {main}
            {open && more?.inputs}
          </Box>
        </FilterLiveForm>
      </Box>
      {shown && more && !hiddenIsSet && (
        <Button size="small" aria-expanded={open} onClick={() => setAsked(!asked)} sx={{ mt: 0.5 }}>
          {t(open ? 'layout.fewerFilters' : 'layout.moreFilters')}
        </Button>
      )}
      {set.length > 0 && (
        <Button size="small" onClick={clear} sx={{ mt: 0.5 }}>
          {t('ra.navigation.clear_filters')}
        </Button>
      )}
    </Box>
  );
}
