import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { Look, PersonLog } from '@stegvis/contracts/access-log/person-log';
import { useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { addDays, today } from '../fields/dates';
import { participantPath } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { Answered } from '../layout/Answered';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { type Column, RowList } from '../layout/RowList';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { useRead } from '../useRead';
import { WhatWasDone, WhatWasShown } from './WhatWasDone';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Who has looked at a person, day by day; on paper it is the extract that the person can be given. */
export function PersonLogPage() {
  const t = useTranslate();
  const { period } = useDates();
  const { id = '' } = useParams();
  const [from, setFrom] = useState(addDays(today(), -90));
  const [to, setTo] = useState(today());
  const query = useRead<PersonLog>(`participants/${id}/access-log?from=${from}&to=${to}`, { enabled: isDay(from) && isDay(to) });
  if (query.error instanceof HttpError && query.error.status === 404) return <NotFoundPage />;
  const log = query.data;
  return (
    <Page
      tab={t('accessLog.whoLookedAtOne')}
      title={log ? t('accessLog.whoLooked', { name: log.name }) : t('accessLog.whoLookedAtOne')}
      lead={log && `${period(log.from, log.to)}. ${t('accessLog.extract')}`}
      actions={
        <>
          <Button component={Link} to={participantPath(id)} variant="text">
            {t('accessLog.toPerson')}
          </Button>
          <Button onClick={() => window.print()} variant="outlined">
            {t('report.print')}
          </Button>
        </>
      }
    >
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
        <DayField label={t('resources.access-log.fields.from')} value={from} onChange={setFrom} />
        <DayField label={t('resources.access-log.fields.to')} value={to} onChange={setTo} />
      </Box>
      <Answered query={query} waiting={<CardsWaiting cards={[3, 5]} />}>
        {(answer) => <Days log={answer} />}
      </Answered>
    </Page>
  );
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <TextField
      type="date"
      size="small"
      fullWidth={false}
      sx={{ width: 200 }}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

interface Row extends Look {
  id: string;
}

function Days({ log }: { log: PersonLog }) {
  const t = useTranslate();
  const { date, time } = useDates();
  const columns: Column<Row>[] = [
    { label: t('resources.access-log.fields.staffName'), cell: (look) => look.staffName ?? t('accessLog.nobodyKnown'), phone: 'heading' },
    {
      label: t('resources.access-log.fields.roles'),
      cell: (look) => look.roles.map((role) => t(`codes.role.${role}`)).join(', ') || '–',
      phone: 'line',
    },
    { label: t('resources.access-log.fields.kind'), cell: (look) => <WhatWasDone key="what" kind={look.kind} action={look.action} />, phone: 'line' },
    { label: t('resources.access-log.fields.shown'), cell: (look) => <WhatWasShown key="shown" shown={look.shown} />, phone: 'none' },
    {
      label: t('accessLog.when'),
      cell: (look) =>
        look.times === 1 ? time(look.firstAt) : t('accessLog.times', { smart_count: look.times, first: time(look.firstAt), last: time(look.lastAt) }),
      phone: 'end',
    },
  ];
  const days = [...new Set(log.looks.map(({ day }) => day))];
  if (days.length === 0) return <Alert severity="info">{t('accessLog.nobodyLooked')}</Alert>;
  return (
    <>
      {!log.complete && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('accessLog.incomplete')}
        </Alert>
      )}
      {days.map((day) => (
        <Section key={day} title={date(day)} flush paper="long">
          <RowList label={date(day)} columns={columns} rows={rowsOf(log.looks, day)} />
        </Section>
      ))}
    </>
  );
}

const rowsOf = (looks: readonly Look[], day: string): Row[] =>
  looks
    .filter((look) => look.day === day)
    .map((look) => ({ ...look, id: `${look.staffName} ${look.roles.join()} ${look.action} ${look.kind} ${look.firstAt}` }));
