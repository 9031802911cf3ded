import Box from '@mui/material/Box';
import { onlyHeard } from '../theme/onlyHeard';
import { localDay } from './dates';
import { useDates } from './useDates';

export function DateText({ value }: { value: string | null | undefined }) {
  const { date } = useDates();
  return value ? <time dateTime={value}>{date(value)}</time> : <Nothing />;
}

export function InstantText({ value }: { value: string | null | undefined }) {
  const { instant } = useDates();
  return value ? <time dateTime={value}>{instant(value)}</time> : <Nothing />;
}

/** How long ago, or how soon, in days of where the reader is; the exact one on hover, and for those who listen. */
export function RelativeText({ value, from }: { value: string | null | undefined; from?: string }) {
  const { date, instant, relative } = useDates();
  if (!value) return <Nothing />;
  const exact = value.includes('T') ? instant(value) : date(value);
  return (
    <time dateTime={value} title={exact}>
      {relative(localDay(value), from)}
      <Box component="span" sx={onlyHeard}>{` (${exact})`}</Box>
    </time>
  );
}

export function Nothing() {
  return <span>–</span>;
}
