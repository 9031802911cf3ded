import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { countedTo } from '@stegvis/contracts/lists/list';
import { useListContext, useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';

/** Totals are exact up to a limit; above it, the list says "10 000+". */
export function Pager() {
  const t = useTranslate();
  const { number } = useDates();
  const { page, perPage, total = 0, setPage } = useListContext();
  const last = Math.max(1, Math.ceil(total / perPage));
  const all = total > countedTo ? `${number(countedTo)}+` : number(total);
  const range = t('ra.navigation.page_range_info', {
    offsetBegin: number((page - 1) * perPage + 1),
    offsetEnd: number(Math.min(page * perPage, total)),
    total: all,
  });
  return (
    <Stack
      component="nav"
      aria-label={t('layout.pages')}
      direction="row"
      sx={{ p: 1.5, pl: 2, alignItems: 'center', justifyContent: 'space-between' }}
    >
      <Typography color="textSecondary">{range}</Typography>
      {last > 1 && (
        <Stack direction="row" spacing={1}>
          <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {t('layout.previous')}
          </Button>
          <Button disabled={page >= last} onClick={() => setPage(page + 1)}>
            {t('layout.next')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
