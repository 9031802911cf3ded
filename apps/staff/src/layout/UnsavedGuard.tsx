import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { type Control, useFormState } from 'react-hook-form';
import { useBlocker } from 'react-router';

/**
 * Asks before something typed is lost. React-Admin's own guard may ask while a save is still on its way, and then the page
 * does not turn although everything is saved; this one waits for the answer and then goes on by itself.
 */
export function UnsavedGuard({ formControl }: { formControl?: Control }) {
  const t = useTranslate();
  const { dirtyFields, isSubmitting, isSubmitSuccessful } = useFormState({ control: formControl });
  const unsaved = Object.keys(dirtyFields).length > 0 && !isSubmitSuccessful;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  const { state, proceed, reset } = blocker;

  useEffect(() => {
    if (state === 'blocked' && !unsaved) proceed();
  }, [state, unsaved, proceed]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  return (
    <Dialog open={state === 'blocked' && unsaved && !isSubmitting} onClose={() => reset?.()} aria-labelledby="unsaved-title">
      <DialogTitle id="unsaved-title">{t('ra.message.unsaved_changes')}</DialogTitle>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button onClick={() => proceed?.()}>{t('layout.leave')}</Button>
        <Button variant="contained" onClick={() => reset?.()} autoFocus>
          {t('layout.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
