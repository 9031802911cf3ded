import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { FilterLiveForm, useListContext, useTranslate } from 'react-admin';

interface FilterBarProps {
  main?: ReactNode;
  more?: { sources: readonly string[]; inputs: ReactNode };
}

/** Filters work as they are typed. Those that are set are always in sight, so that a list never hides why it is short. */
export function FilterBar({ main, more }: FilterBarProps) {
  const t = useTranslate();
  const { filterValues, setFilters, resource } = useListContext();
  const set = Object.entries(filterValues ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const hiddenIsSet = more?.sources.some((source) => set.some(([name]) => name === source)) ?? false;
  const [asked, setAsked] = useState(false);
  const open = asked || hiddenIsSet;
  return (
    <Box role="search" aria-label={t('layout.filters')} className="no-print" sx={{ mb: 2 }}>
      <FilterLiveForm key={resource}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(200px, 1fr))' }, alignItems: 'start', '& .MuiFormControl-root': { m: 0 }, '& .MuiFormHelperText-root': { display: 'none' } }}>
          {main}
          {open && more?.inputs}
        </Box>
      </FilterLiveForm>
      <Box sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
        {more && !hiddenIsSet && (
          <Button size="small" aria-expanded={open} onClick={() => setAsked(!asked)}>
            {t(open ? 'layout.fewerFilters' : 'layout.moreFilters')}
          </Button>
        )}
        {set.length > 0 && (
          <Button size="small" onClick={() => setFilters({})}>
            {t('ra.navigation.clear_filters')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
