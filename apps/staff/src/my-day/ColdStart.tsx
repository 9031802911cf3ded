import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../useMay';

/** Nobody yet: one sentence and the way to begin, instead of a row of zeros. */
export function ColdStart() {
  const t = useTranslate();
  const may = useMay();
  return (
    <Card sx={{ p: { xs: 3, sm: 6 }, textAlign: 'center' }}>
      <Typography variant="h2">{t('myDay.coldTitle')}</Typography>
      <Typography sx={{ my: 2 }}>{t('myDay.coldText')}</Typography>
      {may('participants.refer') && (
        <Button component={Link} to="/participants/create" variant="contained">
          {t('participant.refer')}
        </Button>
      )}
    </Card>
  );
}
