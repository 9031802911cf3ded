import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';
import { Failed } from './Failed';
import { LinesWaiting } from './Skeletons';

interface Asked<T> {
  data: T | undefined;
  isPending: boolean;
  isError: boolean;
  error?: unknown;
  dataUpdatedAt?: number;
  refetch: () => unknown;
}

interface AnsweredProps<T> {
  query: Asked<T>;
  /** What stands there meanwhile, in the shape of what is coming. */
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}

const sentenceOf = (error: unknown) => (error instanceof HttpError ? error.message : undefined);

/** What a part of a page shows while its data are on the way, when they cannot be had, and when they can but are old. */
export function Answered<T>({ query, waiting = <LinesWaiting />, children }: AnsweredProps<T>) {
  const again = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <Old since={query.dataUpdatedAt} onAgain={again} />}
        {children(query.data)}
      </>
    );
  return query.isError ? <Failed message={sentenceOf(query.error)} onAgain={again} /> : waiting;
}

/** What is shown was read earlier: still of use, as long as the reader knows. */
function Old({ since, onAgain }: { since: number | undefined; onAgain: () => void }) {
  const t = useTranslate();
  const { time } = useDates();
  return (
    <Alert
      severity="warning"
      className="no-print"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={onAgain}>
          {t('layout.tryAgain')}
        </Button>
      }
    >
      {t('layout.oldAnswer', { time: since ? time(new Date(since).toISOString()) : '–' })}
    </Alert>
  );
}
