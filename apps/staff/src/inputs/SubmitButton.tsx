import Button, { type ButtonProps } from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** Says that it works while the answer is on its way, and cannot be pressed twice. */
export function SubmitButton({ label = 'ra.action.save', ...rest }: { label?: string } & Omit<ButtonProps, 'children'>) {
  const t = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Button type="submit" variant="contained" loading={isSubmitting} {...rest}>
      {t(label, { _: label })}
    </Button>
  );
}
