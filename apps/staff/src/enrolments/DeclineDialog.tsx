import { declineReasons } from '@stegvis/contracts/enrolments/codes';
import { useTranslate } from 'react-admin';
import { CodeRadioInput } from '../inputs/CodeInput';
import { VerbDialog } from '../layout/VerbDialog';

export function DeclineDialog({ enrolmentId, onClose }: { enrolmentId: string; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('enrolment.declineTitle')}
      resource="enrolments"
      id={enrolmentId}
      verb="decline"
      button="enrolment.decline"
      done="enrolment.declined"
      dangerous
      onClose={onClose}
    >
      <CodeRadioInput source="declineReason" list="declineReason" codes={declineReasons} needed />
    </VerbDialog>
  );
}
