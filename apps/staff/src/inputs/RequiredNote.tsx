import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';

/** The asterisk explained in words. */
export function RequiredNote() {
  const t = useTranslate();
  return (
    <Typography variant="body2" color="textSecondary">
      {t('layout.required')}
    </Typography>
  );
}
