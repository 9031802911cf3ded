import { stages } from '@stegvis/contracts/enrolments/codes';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import { DateInput, required, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { withoutEmpty } from '../inputs/bodies';
import { CoachInput } from '../inputs/CoachInput';
import { CodeInput } from '../inputs/CodeInput';
import { More } from '../layout/More';
import { VerbDialog } from '../layout/VerbDialog';
import { useAccount } from '../useMay';
import { EntryFactsInputs } from './FactsInputs';
import { isProtected } from './isProtected';

/** Entry facts may be filled in now or later; a follow-up comes if they are forgotten. */
export function AcceptDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const t = useTranslate();
  const account = useAccount();
  const coachHere = account?.roles.some(({ role, siteId }) => role === 'coach' && siteId === enrolment.siteId);
  const start = { startDate: today(), stage: 'coaching', coachId: enrolment.coachId ?? (coachHere ? account?.id : undefined) };
  return (
    <VerbDialog
      title={t('enrolment.acceptTitle')}
      text={t('enrolment.acceptText')}
      resource="enrolments"
      id={enrolment.id}
      verb="accept"
      button="enrolment.accept"
      done="enrolment.accepted"
      defaultValues={start}
      bodyOf={(values) => withoutEmpty(values)}
      onClose={onClose}
    >
      <DateInput source="startDate" validate={required()} helperText={false} />
      <CoachInput source="coachId" siteId={enrolment.siteId} />
      <CodeInput source="stage" label="enrolment.firstStage" list="stage" codes={stages} helperText={false} />
      <More label={t('enrolment.entryFactsNow')}>
        <EntryFactsInputs municipality={!isProtected(enrolment)} />
      </More>
    </VerbDialog>
  );
}
