import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { SubmitButton } from './SubmitButton';

/** Save, or go back to where one came from. */
export function FormActions({ label }: { label?: string }) {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ mt: 3, alignItems: 'stretch' }}>
      <SubmitButton label={label} size="large" />
      <Button size="large" onClick={() => void navigate(-1)}>
        {t('ra.action.cancel')}
      </Button>
    </Stack>
  );
}
