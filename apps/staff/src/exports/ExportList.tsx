import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type ExportState, exportTransitions } from '@stegvis/contracts/exports/codes';
import type { Export } from '@stegvis/contracts/exports/export';
import { useEffect, useState } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { fetchFile } from '../fetchFile';
import { InstantText } from '../fields/DateText';
import { Tag } from '../fields/Tag';
import { useFocusAfterwards } from '../layout/focus';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { onlyHeard } from '../theme/onlyHeard';
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
/** What to do about an end that nobody asked for; of a denial its reason says it. */
const advice: Partial<Record<ExportState, string>> = { expired: 'exported.notInTime', failed: 'exported.wentWrong' };

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
      {advice[state] && <span>{t(advice[state])}</span>}
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
  const list = t(`resources.${row.resource}.name`, { smart_count: 2 });
  return (
    <Stack direction="row" sx={{ gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap', whiteSpace: 'nowrap' }}>
      {row.state === 'ready' && <FetchButton id={row.id} list={list} />}
      {(exportTransitions.withdraw.from as readonly ExportState[]).includes(row.state) && <TakeBackButton id={row.id} list={list} />}
    </Stack>
  );
}

interface ActionProps {
  id: string;
  /** What the list is called. */
  list: string;
}

function FetchButton({ id, list }: ActionProps) {
  const t = useTranslate();
  const refused = useRefusal();
  const notify = useNotify();
  const { refetch } = useListContext();
  useFocusAfterwards();
  const fetchIt = async () => {
    try {
      await fetchFile(`/api/exports/${id}/file`);
      notify('exported.fetched', { type: 'success' });
    } catch (error) {
      refused(error);
    }
    void refetch();
  };
  return (
    <Button size="small" variant="outlined" onClick={() => void fetchIt()} aria-label={t('exported.fetchOf', { list })}>
      {t('exported.fetch')}
    </Button>
  );
}

function TakeBackButton({ id, list }: ActionProps) {
  const t = useTranslate();
  const act = useAct();
  const refused = useRefusal();
  useFocusAfterwards();
  const takeBack = async () => {
    try {
      await act('exports', id, 'withdraw', {});
    } catch (error) {
      refused(error);
    }
  };
  return (
    <Button size="small" onClick={() => void takeBack()} aria-label={t('exported.withdrawOf', { list })}>
      {t('exported.withdraw')}
    </Button>
  );
}

/** Looks again every other second while a file is being made, and says so to those who do not see the page change. */
function WhileMade() {
  const t = useTranslate();
  const { data, refetch } = useListContext<Export>();
  const waits = (data ?? []).some(({ state }) => beingMade.includes(state));
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!waits) return;
    setWaited(true);
    const timer = setInterval(() => void refetch(), 2_000);
    return () => clearInterval(timer);
  }, [waits, refetch]);
  return (
    <span role="status">
      {waits && ` ${t('exported.beingMade')}`}
      {!waits && waited && (
        <Box component="span" sx={onlyHeard}>
          {t('exported.made')}
        </Box>
      )}
    </span>
  );
}
