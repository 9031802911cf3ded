import Alert from '@mui/material/Alert';
import { useFormState } from 'react-hook-form';

/** What the server said about the form as a whole; each error also stands at its field. */
export function FormProblems() {
  const { errors } = useFormState();
  const message = errors.root?.serverError?.message;
  if (!message) return null;
  return (
    <Alert severity="error" role="alert" sx={{ my: 2 }}>
      {message}
    </Alert>
  );
}
