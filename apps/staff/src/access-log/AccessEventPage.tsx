import Box from '@mui/material/Box';
import type { AccessEvent } from '@stegvis/contracts/access-log/access-event';
import { HttpError, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { InstantText } from '../fields/DateText';
import { FieldList } from '../fields/FieldList';
import { Answered } from '../layout/Answered';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { useRead } from '../useRead';
import { WhatWasDone, WhatWasShown } from './WhatWasDone';
import { PersonShown, shortPersonName } from './WhomItShowed';

/** One event of the log, with everybody whom it showed. */
export function AccessEventPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  // Read anew: what the list knows of it are the first few people.
  const query = useRead<AccessEvent>(`access-log/${id}`);
  if (query.error instanceof HttpError && query.error.status === 404) return <NotFoundPage />;
  return (
    <Page title={t('resources.access-log.name', { smart_count: 1 })} narrow>
      <Answered query={query} waiting={<CardsWaiting cards={[6]} />}>
        {(event) => <Event event={event} />}
      </Answered>
    </Page>
  );
}

function Event({ event }: { event: AccessEvent }) {
  const t = useTranslate();
  const field = (name: string) => t(`resources.access-log.fields.${name}`);
  return (
    <>
      <Section title={t('accessLog.what')}>
        <FieldList
          rows={[
            { label: field('at'), value: <InstantText value={event.at} /> },
            { label: field('staffName'), value: event.staffName ?? t('accessLog.nobodyKnown') },
            { label: field('roles'), value: event.roles.map((role) => t(`codes.role.${role}`)).join(', ') || '–' },
            { label: field('kind'), value: <WhatWasDone kind={event.kind} action={event.action} /> },
            { label: field('shown'), value: <WhatWasShown shown={event.shown} /> },
            ...(event.criteria ? [{ label: field('criteria'), value: event.criteria }] : []),
            ...(event.recordId ? [{ label: field('recordId'), value: shortPersonName(event.recordId) }] : []),
          ]}
        />
      </Section>
      <Section title={field('participants')} count={event.people} paper="long">
        {event.people === 0 ? (
          t('accessLog.nobodyShown')
        ) : (
          <Box component="ul" sx={{ m: 0, pl: 2.5, columnCount: { sm: 2 } }}>
            {event.participants.map((person) => (
              <li key={person.id}>
                <PersonShown person={person} />
              </li>
            ))}
          </Box>
        )}
      </Section>
    </>
  );
}
