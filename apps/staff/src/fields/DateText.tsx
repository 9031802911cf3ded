import { dayOf } from './dates';
import { useDates } from './useDates';

export function DateText({ value }: { value: string | null | undefined }) {
  const { date } = useDates();
  return value ? <time dateTime={value}>{date(value)}</time> : <Nothing />;
}

export function InstantText({ value }: { value: string | null | undefined }) {
  const { instant } = useDates();
  return value ? <time dateTime={value}>{instant(value)}</time> : <Nothing />;
}

/** How long ago, or how soon; the exact day on hover. */
export function RelativeText({ value, from }: { value: string | null | undefined; from?: string }) {
  const { date, instant, relative } = useDates();
  if (!value) return <Nothing />;
  const isInstant = value.includes('T');
  return (
    <time dateTime={value} title={isInstant ? instant(value) : date(value)}>
      {relative(isInstant ? dayOf(new Date(value)) : value, from)}
    </time>
  );
}

export function Nothing() {
  return <span>–</span>;
}
