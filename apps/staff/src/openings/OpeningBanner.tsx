import Alert from '@mui/material/Alert';
import type { Opening } from '@stegvis/contracts/openings/opening';
import { useTranslate } from 'react-admin';
import { useRead } from '../useRead';

const everyMinute = 60_000;

/** The opening by which somebody reads a person, if it is by one. */
export function useOpening(participantId: string, staffId: string | undefined): Opening | undefined {
  const query = useRead<Opening[]>(`openings?participantId=${participantId}&staffId=${staffId ?? ''}&open=true`, {
    every: everyMinute,
    enabled: staffId !== undefined,
  });
  return query.data?.[0];
}

/** Says that the person is read with a reason, and how long that lasts. */
export function OpeningBanner({ opening }: { opening: Opening }) {
  const t = useTranslate();
  const minutes = Math.max(0, Math.ceil((Date.parse(opening.expiresAt) - Date.now()) / everyMinute));
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('opening.banner', { smart_count: minutes })}
    </Alert>
  );
}
