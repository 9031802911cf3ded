import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ParticipantPage as PageOfParticipant } from '@stegvis/contracts/participants/page';
import { useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Alone } from '../layout/Alone';
import { Answered } from '../layout/Answered';
import { Below } from '../layout/Below';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { CardsWaiting } from '../layout/Skeletons';
import { OpeningBanner, useOpening } from '../openings/OpeningBanner';
import { OpenWithReason, useMayOpen } from '../openings/OpenWithReason';
import { ProtectionBanner } from '../protection/ProtectionBanner';
import { useAccount } from '../useMay';
import { useRead } from '../useRead';
import { AboutPerson } from './AboutPerson';
import { ActionsCard } from './ActionsCard';
import { IdentityStrip } from './IdentityStrip';
import { OpenReminders } from './OpenReminders';
import { OtherEnrolments } from './OtherEnrolments';
import { SummaryCards } from './SummaryCards';
import { Timeline } from './Timeline';
import { WhatBlocks } from './WhatBlocks';

/** A person and everything around them, in one request. */
export function ParticipantPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useRead<PageOfParticipant>(`participants/${id}/page`);
  if (query.error instanceof HttpError && query.error.status === 404)
    return (
      <NotFoundPage>
        <OpenWithReason whom={{ participantId: id }} />
      </NotFoundPage>
    );
  const person = query.data?.participant;
  const tab = t('resources.participants.name', { smart_count: 1 });
  return (
    <Page title={person ? `${person.givenName} ${person.familyName}` : tab} tab={tab}>
      <Answered query={query} waiting={<CardsWaiting cards={[2, 5, 12]} />}>
        {(page) => <Person key={page.id} page={page} />}
      </Answered>
    </Page>
  );
}

/** On a phone: what to do, what has happened, who it is. When wide, what has happened takes two thirds. */
const layout = {
  display: 'grid',
  columnGap: 3,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(300px, 1fr)' },
  gridTemplateRows: { lg: 'auto 1fr' },
  gridTemplateAreas: { xs: '"now" "course" "person"', lg: '"course now" "course person"' },
};

function Person({ page }: { page: PageOfParticipant }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string>();
  const account = useAccount();
  const mayOpen = useMayOpen();
  const opening = useOpening(page.id, mayOpen ? account?.id : undefined);
  const enrolment = page.enrolments.find(({ id }) => id === chosen) ?? page.enrolments[0];
  if (!enrolment) return <Alert severity="info">{t('participant.noEnrolment')}</Alert>;
  return (
    <>
      <ProtectionBanner page={page} />
      {opening && <OpeningBanner opening={opening} />}
      <IdentityStrip page={page} enrolment={enrolment} />
      <WhatBlocks enrolment={enrolment} />
      <Box sx={layout}>
        <Box sx={{ gridArea: 'now', minWidth: 0 }}>
          {!opening && (
            <Alone title={t('participant.actions')}>
              <ActionsCard page={page} enrolment={enrolment} />
            </Alone>
          )}
          <Alone title={t('participant.toFollowUp')}>
            <OpenReminders reminders={enrolment.reminders} />
          </Alone>
        </Box>
        <Box sx={{ gridArea: 'course', minWidth: 0 }}>
          {enrolment.startDate && <SummaryCards enrolment={enrolment} />}
          <Below>
            <Alone title={t('participant.timeline')}>
              <Timeline key={enrolment.id} enrolment={enrolment} />
            </Alone>
          </Below>
        </Box>
        <Box sx={{ gridArea: 'person', minWidth: 0 }}>
          <Below>
            <Alone title={t('participant.otherEnrolments')}>
              <OtherEnrolments enrolments={page.enrolments} shown={enrolment.id} onChoose={setChosen} />
            </Alone>
            <Alone title={t('participant.about')}>
              <AboutPerson page={page} enrolment={enrolment} />
            </Alone>
          </Below>
        </Box>
      </Box>
    </>
  );
}
