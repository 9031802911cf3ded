import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';

/** A part of a page that cannot be shown says so, in a sentence of ours or of the API's, and can be asked for again. */
export function Failed({ message = 'layout.sectionFailed', onAgain }: { message?: string; onAgain: () => void }) {
  const t = useTranslate();
  return (
    <Alert
      severity="error"
      sx={{ m: 2 }}
      action={
        <Button color="inherit" onClick={onAgain}>
          {t('layout.tryAgain')}
        </Button>
      }
    >
      {t(message, { _: message })}
    </Alert>
  );
}
