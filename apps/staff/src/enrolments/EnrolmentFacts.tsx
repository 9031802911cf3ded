import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import { TextInput, useRecordContext, useTranslate } from 'react-admin';
import { participantPath, shortName } from '../fields/TextLink';
import { CoachInput } from '../inputs/CoachInput';
import { EditPage } from '../layout/EditPage';
import { EntryFactsInputs, ExitFactsInputs, VoluntaryInputs } from './FactsInputs';
import { isProtected } from './isProtected';

const whereTo = (_resource: string | undefined, _id: unknown, record: unknown) => participantPath((record as Enrolment).participantId).slice(1);

/** The facts that figures need, as they were at entry and after leaving. */
export function EnrolmentFacts() {
  const t = useTranslate();
  return (
    <EditPage<Enrolment>
      resource="enrolments"
      title={() => t('enrolment.factsTitle')}
      lead={(enrolment) => `${enrolment.participantName ?? shortName(enrolment.id)} · ${enrolment.projectName}, ${enrolment.siteName}`}
      redirect={whereTo}
    >
      <Inputs />
    </EditPage>
  );
}

/** After an exit, the facts about it come first: they are what is missing. */
function Inputs() {
  const t = useTranslate();
  const enrolment = useRecordContext<Enrolment>();
  if (!enrolment) return null;
  const left = enrolment.status === 'exited';
  return (
    <>
      {left && <Part title="enrolment.exitFacts" text="enrolment.exitFactsText" />}
      {left && <ExitFactsInputs />}
      <Part title="enrolment.entryFacts" text="enrolment.entryFactsText" />
      {isProtected(enrolment) && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {t('protection.noPlace')}
        </Alert>
      )}
      <EntryFactsInputs municipality={!isProtected(enrolment)} />
      {enrolment.disability !== undefined && <Part title="enrolment.voluntary" text="enrolment.voluntaryText" />}
      {enrolment.disability !== undefined && <VoluntaryInputs />}
      <Part title="enrolment.responsible" />
      <CoachInput source="coachId" siteId={enrolment.siteId} />
      <TextInput source="referredBy" helperText={false} />
    </>
  );
}

function Part({ title, text }: { title: string; text?: string }) {
  const t = useTranslate();
  return (
    <>
      <Typography variant="h2" sx={{ mt: 3 }}>
        {t(title)}
      </Typography>
      {text && <Typography color="textSecondary">{t(text)}</Typography>}
    </>
  );
}
