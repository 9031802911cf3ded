import Card from '@mui/material/Card';
import type { ExportResource } from '@stegvis/contracts/exports/codes';
import { type ReactNode, useState } from 'react';
import { HttpError, ListBase, type SortPayload, useDebouncedEvent, useListContext, useNotify, useTranslate } from 'react-admin';
import { TakeOutButton } from '../exports/TakeOutButton';
import { useAgainInTime } from '../useAgainInTime';
import { Failed } from './Failed';
import { FilterBar } from './FilterBar';
import { Page } from './Page';
import { Pager } from './Pager';
import { type Column, RowList } from './RowList';
import { LinesWaiting } from './Skeletons';

interface ListPageProps<Row> {
  resource: string;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  sort: SortPayload;
  columns: readonly Column<Row>[];
  filterDefaults?: object;
  /** The label of a field to search by words. What is typed there may be a name: it stands in no address, nor in what the browser remembers of addresses. */
  search?: string;
  /** Filters that are always in sight. */
  filters?: ReactNode;
  /** Filters that appear when asked for, or when the address carries one of them. */
  moreFilters?: { sources: readonly string[]; inputs: ReactNode };
  empty?: ReactNode;
  /** Whoever may take lists out gets a button for it, with the filters as they are. */
  takeOut?: ExportResource;
}

/** A list: heading, filters, rows, pages. Nothing about people is kept in the browser. */
export function ListPage<Row extends { id: string }>({
  resource,
  title,
  lead,
  actions,
  sort,
  columns,
  filterDefaults,
  search,
  filters,
  moreFilters,
  empty,
  takeOut,
}: ListPageProps<Row>) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const askSoon = useDebouncedEvent(setAsked, 300);
  const notify = useNotify();
  // Whoever reads too fast is told so where the rows would be, for as long as it lasts.
  const onError = (error: unknown): void => {
    if (!(error instanceof HttpError && error.status === 429))
      notify(error instanceof Error ? error.message : 'layout.unavailable', { type: 'error' });
  };
  const type = (text: string): void => {
    setWords(text);
    askSoon(text.trim());
  };
  return (
    <ListBase
      resource={resource}
      sort={sort}
      perPage={25}
      filter={asked ? { q: asked } : undefined}
      filterDefaultValues={filterDefaults}
      storeKey={false}
      exporter={false}
      debounce={300}
      queryOptions={{ onError }}
    >
      <Page title={title} lead={lead} actions={takeOut ? [actions, <TakeOutButton key="take-out" resource={takeOut} words={asked} />] : actions}>
        {(search || filters || moreFilters) && (
          <FilterBar search={search ? { label: search, words, onType: type } : undefined} main={filters} more={moreFilters} />
        )}
        <Rows columns={columns} empty={empty} searched={asked !== ''} />
      </Page>
    </ListBase>
  );
}

function Rows<Row extends { id: string }>({ columns, empty, searched }: { columns: readonly Column<Row>[]; empty?: ReactNode; searched: boolean }) {
  const t = useTranslate();
  const { data, isPending, error, refetch, filterValues } = useListContext();
  useAgainInTime(error, refetch);
  if (error)
    return (
      <Card>
        <Failed message={error instanceof Error ? error.message : 'layout.unavailable'} onAgain={() => void refetch()} />
      </Card>
    );
  if (isPending || !data)
    return (
      <Card>
        <LinesWaiting count={12} />
      </Card>
    );
  if (data.length === 0) {
    const filtered = searched || Object.keys(filterValues ?? {}).length > 0;
    return <Card sx={{ p: 3 }}>{filtered || !empty ? t(filtered ? 'layout.noMatches' : 'layout.emptyList') : empty}</Card>;
  }
  return (
    <Card>
      <RowList rows={data as Row[]} columns={columns} sortable />
      <Pager />
    </Card>
  );
}
