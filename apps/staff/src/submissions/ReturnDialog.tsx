import type { Submission } from '@stegvis/contracts/submissions/submission';
import { required, TextInput, useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';

/** The funder sends a report back, and says what has to be mended. */
export function ReturnDialog({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const t = useTranslate();
  return (
    <VerbDialog
      title={t('submission.returnTitle')}
      text={t('submission.returnText')}
      resource="submissions"
      id={submission.id}
      verb="return"
      button="submission.return"
      done="submission.returned"
      onClose={onClose}
    >
      <TextInput source="comment" label={t('submission.returnComment')} helperText={false} validate={required()} multiline minRows={3} autoFocus />
    </VerbDialog>
  );
}
