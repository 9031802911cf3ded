import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** Above the button: what the server said about the form as a whole, or that a field needs another look. Each error also stands at its field. */
export function FormProblems() {
  const t = useTranslate();
  const { errors, submitCount } = useFormState();
  if (submitCount === 0 || Object.keys(errors).length === 0) return null;
  return (
    <Alert severity="error" role="alert" sx={{ my: 2 }}>
      {errors.root?.serverError?.message ?? t('ra.message.invalid_form')}
    </Alert>
  );
}
