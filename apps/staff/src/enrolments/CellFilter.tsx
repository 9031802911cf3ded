import Chip from '@mui/material/Chip';
import { useTranslate } from 'react-admin';
import { useController } from 'react-hook-form';

/** Says that the list shows the people behind one figure of a report, and lets go of it. */
export function CellFilter({ source }: { source: string }) {
  const t = useTranslate();
  const { field } = useController({ name: source });
  if (!field.value) return null;
  return (
    <Chip
      label={t('enrolment.behindFigure')}
      onDelete={() => field.onChange('')}
      color="primary"
      variant="outlined"
      sx={{ alignSelf: 'center', justifySelf: 'start' }}
    />
  );
}
