import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import { useController } from 'react-hook-form';
import { shortPersonName } from './WhomItShowed';

/** Says that the list is about one person, and lets go of it. */
export function PersonFilter({ source }: { source: string }) {
  const t = useTranslate();
  const { field } = useController({ name: source });
  if (!field.value) return null;
  return (
    <Chip
      label={t('accessLog.aboutOne', { name: shortPersonName(String(field.value)) })}
      onDelete={() => field.onChange('')}
      color="primary"
      variant="outlined"
      sx={{ alignSelf: 'center', justifySelf: 'start' }}
    />
  );
}
