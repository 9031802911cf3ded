import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { useState } from 'react';
import { Form, required, TextInput, useDataProvider, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { StegvisProvider } from '../dataProvider';
import { participantPath } from '../fields/TextLink';
import { FormProblems } from '../inputs/FormProblems';
import { SubmitButton } from '../inputs/SubmitButton';
import { useFocusAfterwards } from '../layout/focus';
import { OpenWithReason } from '../openings/OpenWithReason';
import { useRefusal } from '../useAct';

/** Finding a person by the whole number, which never stands in an address. */
export function FindByNumberDialog({ number = '', onClose }: { number?: string; onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const provider = useDataProvider<StegvisProvider>();
  const refused = useRefusal();
  const [none, setNone] = useState<string>();
  useFocusAfterwards();
  const find = async (values: Record<string, unknown>) => {
    setNone(undefined);
    try {
      const [found] = await provider.ask<ParticipantRow[]>('participants/find', { identityNumber: values.identityNumber });
      if (!found) setNone(String(values.identityNumber));
      else {
        void navigate(participantPath(found.id));
        onClose();
      }
      return undefined;
    } catch (error) {
      return refused(error);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="find-title">
      <Form resource="participants" record={{}} defaultValues={{ identityNumber: number }} onSubmit={find} noValidate disableInvalidFormNotification>
        <DialogTitle id="find-title">{t('participant.findTitle')}</DialogTitle>
        <DialogContent>
          <TextInput
            source="identityNumber"
            label="participant.findLabel"
            validate={required()}
            helperText="participant.findHint"
            autoComplete="off"
            autoFocus
          />
          {none && <Alert severity="info">{t('participant.findNobody')}</Alert>}
          <FormProblems />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <SubmitButton label="ra.action.search" />
        </DialogActions>
      </Form>
      {none && (
        <Box sx={{ px: 3, pb: 1 }}>
          <OpenWithReason whom={{ identityNumber: none }} />
        </Box>
      )}
    </Dialog>
  );
}
