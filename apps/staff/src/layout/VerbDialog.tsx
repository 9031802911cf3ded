import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { Form, type Identifier, useNotify, useTranslate } from 'react-admin';
import { FormProblems } from '../inputs/FormProblems';
import { SubmitButton } from '../inputs/SubmitButton';
import { useAct, useRefusal } from '../useAct';
import { useFocusAfterwards } from './focus';

interface VerbDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  text?: ReactNode;
  resource: string;
  /** Without a record and a verb, the dialog creates a record. */
  id?: Identifier;
  verb?: string;
  button: string;
  done: string;
  defaultValues?: object;
  bodyOf?: (values: Record<string, unknown>) => object;
  dangerous?: boolean;
  onClose: () => void;
  onDone?: (answer: unknown) => void;
  children?: ReactNode;
}

const asTyped = (values: Record<string, unknown>): object => values;

/** Asks what a verb needs, uses it, and says so. A refusal stays in the dialog with everything that was typed. */
export function VerbDialog({
  title,
  text,
  resource,
  id,
  verb,
  button,
  done,
  defaultValues,
  bodyOf = asTyped,
  dangerous,
  onClose,
  onDone,
  children,
}: VerbDialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct();
  const refused = useRefusal();
  const heading = useId();
  useFocusAfterwards();
  // Settled once: new default values would wipe what has been typed.
  const [start] = useState(defaultValues);
  const save = async (values: Record<string, unknown>) => {
    try {
      const answer = await act(resource, id, verb, bodyOf(values));
      notify(done, { type: 'success' });
      onClose();
      onDone?.(answer);
      return undefined;
    } catch (error) {
      return refused(error);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={heading}>
      <Form resource={resource} record={{}} defaultValues={start} onSubmit={save} noValidate disableInvalidFormNotification>
        <DialogTitle id={heading} component="h2">
          {title}
        </DialogTitle>
        <DialogContent>
          {text && <DialogContentText component="div">{text}</DialogContentText>}
          {children}
          <FormProblems />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <SubmitButton label={button} color={dangerous ? 'error' : 'primary'} />
        </DialogActions>
      </Form>
    </Dialog>
  );
}
