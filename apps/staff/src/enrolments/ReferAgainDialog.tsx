import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { today } from '../fields/dates';
import { withoutEmpty } from '../inputs/bodies';
import { RecordInput } from '../inputs/RecordInput';
import { VerbDialog } from '../layout/VerbDialog';

/** A further enrolment of a person who is known already. */
export function ReferAgainDialog({
  participantId,
  siteId,
  organisationId,
  onClose,
}: {
  participantId: string;
  siteId?: string;
  organisationId: string;
  onClose: () => void;
}) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('enrolment.againTitle')}
      resource="enrolments"
      button="enrolment.again"
      done="participant.referred"
      defaultValues={{ participantId, siteId, referredOn: today() }}
      bodyOf={(values) => withoutEmpty(values, ['referredBy'])}
      onClose={onClose}
    >
      <RecordInput source="siteId" reference="sites" filter={{ organisationId }} needed />
      <TextInput source="referredBy" helperText={false} />
      <DateInput source="referredOn" validate={required()} helperText={false} />
    </VerbDialog>
  );
}
