import Button from '@mui/material/Button';
import type { NameGrant } from '@stegvis/contracts/name-grants/name-grant';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { Tag } from '../fields/Tag';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { VerbDialog } from '../layout/VerbDialog';
import { useMay } from '../useMay';

/** Who sees the names of a site's people though leading the project only, on what ground, and until when. */
export function NameGrantList() {
  const t = useTranslate();
  const mayEnd = useMay()('name-grants.end');
  const field = (name: string) => t(`resources.name-grants.fields.${name}`);
  const columns: Column<NameGrant>[] = [
    { label: field('staffId'), cell: (row) => row.staffName, sort: 'staffName', phone: 'heading' },
    { label: field('siteId'), cell: (row) => row.siteName, sort: 'siteName', phone: 'line' },
    { label: field('shows'), cell: (row) => t(row.sensitiveFacts ? 'nameGrant.namesAndAnswers' : 'nameGrant.names'), phone: 'line' },
    { label: field('ground'), cell: (row) => row.ground, phone: 'line' },
    { label: field('validFrom'), cell: (row) => <DateText value={row.validFrom} />, sort: 'validFrom' },
    { label: field('validTo'), cell: (row) => <DateText value={row.validTo} />, sort: 'validTo' },
    { label: field('givenByName'), cell: (row) => row.givenByName },
    {
      label: field('inForce'),
      cell: (row) => <Tag text={t(row.inForce ? 'nameGrant.inForce' : 'nameGrant.over')} tone={row.inForce ? 'good' : 'neutral'} />,
      phone: 'line',
    },
  ];
  if (mayEnd) columns.push({ label: t('layout.actions'), cell: (row) => row.inForce && <EndButton grant={row} />, phone: 'end' });
  return (
    <ListPage
      resource="name-grants"
      title={t('resources.name-grants.name', { smart_count: 2 })}
      lead={mayEnd ? t('nameGrant.lead') : undefined}
      sort={{ field: 'validTo', order: 'DESC' }}
      columns={columns}
      actions={<AddButton resource="name-grants" verb="name-grants.give" />}
      empty={<p>{t(mayEnd ? 'nameGrant.none' : 'participant.namesNotGranted')}</p>}
    />
  );
}

function EndButton({ grant }: { grant: NameGrant }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('nameGrant.endTitle', { name: grant.staffName })}>
        {t('nameGrant.end')}
      </Button>
      {open && (
        <VerbDialog
          title={t('nameGrant.endTitle', { name: grant.staffName })}
          text={t('nameGrant.endText')}
          resource="name-grants"
          id={grant.id}
          verb="end"
          button="nameGrant.end"
          done="nameGrant.ended"
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
