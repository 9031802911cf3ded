import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type ExportState, exportTransitions } from '@stegvis/contracts/exports/codes';
import type { Export } from '@stegvis/contracts/exports/export';
import { useEffect } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { fetchFile } from '../fetchFile';
import { InstantText } from '../fields/DateText';
import { Tag } from '../fields/Tag';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import type { Tone } from '../theme/tones';
import { useAct, useRefusal } from '../useAct';

const tones: Readonly<Record<ExportState, Tone>> = {
  requested: 'coming',
  running: 'coming',
  ready: 'good',
  downloaded: 'neutral',
  expired: 'neutral',
  withdrawn: 'neutral',
  denied: 'bad',
  failed: 'bad',
};
const beingMade: readonly ExportState[] = ['requested', 'running'];

/** The lists that one has taken out: where each stands, and the file while it is there. */
export function ExportList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.exports.fields.${name}`);
  const columns: Column<Export>[] = [
    { label: field('resource'), cell: (row) => t(`resources.${row.resource}.name`, { smart_count: 2 }), phone: 'heading' },
    { label: field('purpose'), cell: (row) => row.purpose, phone: 'line' },
    { label: field('rows'), cell: (row) => row.rows, number: true },
    { label: field('requestedAt'), cell: (row) => <InstantText value={row.requestedAt} />, sort: 'requestedAt', phone: 'line' },
    { label: field('state'), cell: (row) => <State row={row} />, phone: 'line' },
    { label: t('layout.actions'), cell: (row) => <Actions row={row} />, phone: 'end' },
  ];
  return (
    <ListPage
      resource="exports"
      title={t('resources.exports.name', { smart_count: 2 })}
      lead={
        <>
          {t('exported.lead')}
          <WhileMade />
        </>
      }
      sort={{ field: 'requestedAt', order: 'DESC' }}
      columns={columns}
      empty={<p>{t('exported.none')}</p>}
    />
  );
}

function State({ row: { state, denial, expiresAt } }: { row: Export }) {
  const t = useTranslate();
  return (
    <Stack sx={{ gap: 0.5, alignItems: 'flex-start' }}>
      <Tag text={t(`codes.exportState.${state}`)} tone={tones[state]} />
      {denial && <span>{t(`codes.exportDenial.${denial}`)}</span>}
      {state === 'ready' && expiresAt && (
        <span>
          {t('exported.until')} <InstantText value={expiresAt} />
        </span>
      )}
    </Stack>
  );
}

function Actions({ row }: { row: Export }) {
  const t = useTranslate();
  const act = useAct();
  const refused = useRefusal();
  const notify = useNotify();
  const { refetch } = useListContext();
  const fetchIt = async () => {
    try {
      await fetchFile(`/api/exports/${row.id}/file`);
      notify('exported.fetched', { type: 'success' });
    } catch (error) {
      refused(error);
    }
    void refetch();
  };
  const takeBack = async () => {
    try {
      await act('exports', row.id, 'withdraw', {});
    } catch (error) {
      refused(error);
    }
  };
  const of = t(`resources.${row.resource}.name`, { smart_count: 2 });
  return (
    <Stack direction="row" sx={{ gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
      {row.state === 'ready' && (
        <Button size="small" variant="outlined" onClick={() => void fetchIt()} aria-label={t('exported.fetchOf', { list: of })}>
          {t('exported.fetch')}
        </Button>
      )}
      {(exportTransitions.withdraw.from as readonly ExportState[]).includes(row.state) && (
        <Button size="small" onClick={() => void takeBack()} aria-label={t('exported.withdrawOf', { list: of })}>
          {t('exported.withdraw')}
        </Button>
      )}
    </Stack>
  );
}

/** Looks again every other second while a file is being made, and says so to those who do not see the page change. */
function WhileMade() {
  const t = useTranslate();
  const { data, refetch } = useListContext<Export>();
  const waits = (data ?? []).some(({ state }) => beingMade.includes(state));
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void refetch(), 2_000);
    return () => clearInterval(timer);
  }, [waits, refetch]);
  return <span role="status">{waits && ` ${t('exported.beingMade')}`}</span>;
}
