import LockIcon from '@mui/icons-material/LockOutlined';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { underWay } from '@stegvis/contracts/enrolments/codes';
import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import type { NamedStaff } from '@stegvis/contracts/protection/protection';
import { Suspense, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { useDates } from '../fields/useDates';
import { later } from '../layout/later';
import { useMay } from '../useMay';
import type { ProtectionVerb } from './ProtectionDialog';

const ProtectionDialog = later(async () => (await import('./ProtectionDialog')).ProtectionDialog);

interface Deed {
  verb: ProtectionVerb;
  right: Verb;
  label: string;
  /** By state: somebody asks that the protection be lifted, or nobody does. */
  when: (page: ParticipantPage) => boolean;
}

/** What the named can do; the second of two deciders is another than the first. */
const deeds: readonly Deed[] = [
  { verb: 'lift', right: 'participants.lift', label: 'protection.lift', when: ({ askToLift }) => askToLift?.byMe === false },
  { verb: 'name-staff', right: 'participants.name-staff', label: 'protection.name', when: () => true },
  { verb: 'ask-to-lift', right: 'participants.ask-to-lift', label: 'protection.askToLift', when: ({ askToLift }) => askToLift === null },
];

/** On top of the page of a protected person: who sees it, what must not be written, and what the named can decide. */
export function ProtectionBanner({ page }: { page: ParticipantPage }) {
  const t = useTranslate();
  const may = useMay();
  const { date } = useDates();
  const heading = useId();
  const [opened, setOpened] = useState<ProtectionVerb>();
  const { participant, namedStaff, askToLift } = page;
  if (participant.protection === 'none') return null;
  const unnamedCoaches = page.enrolments.filter(
    ({ status, coachId }) => underWay.includes(status) && coachId && !namedStaff.some(({ staffId }) => staffId === coachId),
  );
  return (
    <Alert
      severity="error"
      icon={<LockIcon />}
      role="region"
      aria-labelledby={heading}
      sx={{ mb: 3, alignItems: 'flex-start', '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}
    >
      <AlertTitle component="h2" id={heading} sx={{ fontWeight: 650 }}>
        {t('protection.title')}: {t(`codes.protection.${participant.protection}`)}
      </AlertTitle>
      <Box>{t('protection.consequence')}</Box>
      <Box component="ul" aria-label={t('protection.seenBy')} sx={{ my: 1, pl: 2.5 }}>
        {namedStaff.map((named) => (
          <Named key={named.staffId} named={named} />
        ))}
      </Box>
      {unnamedCoaches.map(({ id, coachName }) => (
        <Box key={id} sx={{ my: 1 }}>
          {t('protection.coachNotNamed', { name: coachName ?? '' })}
        </Box>
      ))}
      {askToLift && (
        <Box sx={{ my: 1, fontWeight: 600 }}>
          {t(askToLift.byMe ? 'protection.youAsked' : 'protection.asked', { name: askToLift.askedByName, date: date(askToLift.askedOn) })}
        </Box>
      )}
      <Stack direction="row" useFlexGap spacing={1} className="no-print" sx={{ mt: 1.5, flexWrap: 'wrap' }}>
        {deeds
          .filter(({ right, when }) => may(right) && when(page))
          .map(({ verb, label }) => (
            <Button key={verb} color="inherit" variant="outlined" onClick={() => setOpened(verb)}>
              {t(label)}
            </Button>
          ))}
      </Stack>
      {opened && (
        <Suspense fallback={null}>
          <ProtectionDialog verb={opened} page={page} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </Alert>
  );
}

function Named({ named }: { named: NamedStaff }) {
  const t = useTranslate();
  const { date } = useDates();
  const { name, validTo, decidedByName, decidedOn, me } = named;
  const over = validTo < today();
  return (
    <li>
      <strong>{me ? t('protection.you', { name }) : name}</strong>{' '}
      {t(over ? 'protection.namedUntilOver' : 'protection.namedUntil', { date: date(validTo), decider: decidedByName, decidedOn: date(decidedOn) })}
    </li>
  );
}
