import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import type { Submission } from '@stegvis/contracts/submissions/submission';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';

type Return = Pick<Submission, 'returnedAt' | 'returnedByName' | 'returnComment'>;

/** That a report came back, from whom, and why; nothing for one that did not. */
export function ReturnedAlert({ of, text, action }: { of: Return; text?: ReactNode; action?: ReactNode }) {
  const t = useTranslate();
  const { instant } = useDates();
  if (!of.returnedAt) return null;
  return (
    <Alert severity="warning" sx={{ mb: 3 }}>
      <AlertTitle component="h2">{t('submission.returnedBy', { name: of.returnedByName, when: instant(of.returnedAt) })}</AlertTitle>
      <p style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{of.returnComment}</p>
      {text && <p style={{ margin: '0.5em 0 0' }}>{text}</p>}
      {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
    </Alert>
  );
}
