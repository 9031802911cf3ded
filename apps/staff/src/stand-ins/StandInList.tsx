import Button from '@mui/material/Button';
import type { StandIn } from '@stegvis/contracts/stand-ins/stand-in';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { VerbDialog } from '../layout/VerbDialog';
import type { Tone } from '../theme/tones';
import { useMay } from '../useMay';

type When = 'inForce' | 'over' | 'toCome';
const whenIs = ({ inForce, over }: StandIn): When => (inForce ? 'inForce' : over ? 'over' : 'toCome');
const tones: Record<When, Tone> = { inForce: 'good', over: 'neutral', toCome: 'coming' };

/** Who stands in for whom, until when and why. */
export function StandInList() {
  const t = useTranslate();
  const may = useMay();
  const { period } = useDates();
  const field = (name: string) => t(`resources.stand-ins.fields.${name}`);
  const columns: Column<StandIn>[] = [
    { label: field('standInId'), cell: (row) => row.standInName, sort: 'standInName', phone: 'heading' },
    { label: field('coachId'), cell: (row) => row.coachName, sort: 'coachName', phone: 'labelled' },
    { label: field('siteId'), cell: (row) => row.siteName, sort: 'siteName', phone: 'line' },
    { label: field('reason'), cell: (row) => row.reason, phone: 'line' },
    { label: t('standIn.period'), cell: (row) => period(row.startsOn, row.endsOn), sort: 'endsOn', phone: 'line' },
    { label: field('inForce'), cell: (row) => <Tag text={t(`standIn.${whenIs(row)}`)} tone={tones[whenIs(row)]} />, phone: 'line' },
  ];
  if (may('stand-ins.end')) columns.push({ label: t('layout.actions'), cell: (row) => !row.over && <EndButton standIn={row} />, phone: 'end' });
  return (
    <ListPage
      resource="stand-ins"
      title={t('resources.stand-ins.name', { smart_count: 2 })}
      lead={may('stand-ins.appoint') ? t('standIn.lead') : undefined}
      sort={{ field: 'endsOn', order: 'DESC' }}
      columns={columns}
      actions={<AddButton resource="stand-ins" verb="stand-ins.appoint" />}
      empty={<p>{t('standIn.none')}</p>}
    />
  );
}

function EndButton({ standIn: { id, standInName, coachName } }: { standIn: StandIn }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const title = t('standIn.endTitle', { standIn: standInName, coach: coachName });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={title}>
        {t('standIn.end')}
      </Button>
      {open && (
        <VerbDialog
          title={title}
          text={t('standIn.endText')}
          resource="stand-ins"
          id={id}
          verb="end"
          button="standIn.end"
          done="standIn.ended"
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
