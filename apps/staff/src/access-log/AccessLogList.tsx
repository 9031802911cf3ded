import type { AccessEvent } from '@stegvis/contracts/access-log/access-event';
import { accessKinds } from '@stegvis/contracts/access-log/codes';
import { DateInput, TextInput, useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { CodeInput } from '../inputs/CodeInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { PersonFilter } from './PersonFilter';
import { WhatWasDone } from './WhatWasDone';
import { WhomItShowed } from './WhomItShowed';

/** Who looked at whom, the latest first: for a leader the people of the own sites, for an auditor all of the organisation, by ids. */
export function AccessLogList() {
  const t = useTranslate();
  const named = useMay()('participants.read-log');
  const field = (name: string) => t(`resources.access-log.fields.${name}`);
  const columns: Column<AccessEvent>[] = [
    { label: field('at'), cell: (event) => <InstantText key="at" value={event.at} />, sort: 'at', phone: 'end' },
    { label: field('staffName'), cell: (event) => event.staffName ?? t('accessLog.nobodyKnown'), phone: 'heading' },
    { label: field('roles'), cell: (event) => event.roles.map((role) => t(`codes.role.${role}`)).join(', ') || '–', phone: 'none' },
    { label: field('kind'), cell: (event) => <WhatWasDone key="what" kind={event.kind} action={event.action} />, phone: 'line' },
    {
      label: field('participants'),
      cell: (event) => <WhomItShowed key="whom" people={event.people} participants={event.participants} eventId={event.id} />,
      phone: 'line',
    },
  ];
  return (
    <ListPage
      resource="access-log"
      title={t('resources.access-log.name', { smart_count: 2 })}
      lead={t(named ? 'accessLog.leadOfLeader' : 'accessLog.leadOfAuditor')}
      sort={{ field: 'at', order: 'DESC' }}
      columns={columns}
      filters={[
        <DateInput key="from" source="from" helperText={false} />,
        <DateInput key="to" source="to" helperText={false} />,
        <TextInput key="staffName" source="staffName" helperText={false} />,
        <CodeInput key="kind" source="kind" list="accessKind" codes={accessKinds} helperText={false} />,
        <PersonFilter key="participantId" source="participantId" />,
      ]}
      empty={t('accessLog.none')}
    />
  );
}
