import Alert from '@mui/material/Alert';
import type { NewOpening, Opening } from '@stegvis/contracts/openings/opening';
import { minLength, required, TextInput, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { participantPath } from '../fields/TextLink';
import { VerbDialog } from '../layout/VerbDialog';

/** By the person's id, or by the whole number. */
export type Whom = Pick<NewOpening, 'participantId' | 'identityNumber'>;

interface OpenDialogProps {
  whom: Whom;
  onClose: () => void;
}

/** Asks why somebody who is not assigned has to be read, and opens them. */
export function OpenDialog({ whom, onClose }: OpenDialogProps) {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <VerbDialog
      title={t('opening.title')}
      text={t('opening.text')}
      resource="openings"
      button="opening.open"
      done="opening.done"
      bodyOf={({ reason }) => ({ ...whom, reason })}
      onClose={onClose}
      onDone={(answer) => void navigate(participantPath((answer as Opening).participantId))}
    >
      <TextInput
        source="reason"
        label="opening.reason"
        multiline
        minRows={3}
        validate={[required(), minLength(20)]}
        helperText="opening.reasonHint"
        autoFocus
      />
      <Alert severity="warning">{t('opening.consequence')}</Alert>
    </VerbDialog>
  );
}
