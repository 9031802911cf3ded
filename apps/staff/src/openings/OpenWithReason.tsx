import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { later } from '../layout/later';
import { useAccount } from '../useMay';
import type { Whom } from './OpenDialog';

const OpenDialog = later(async () => (await import('./OpenDialog')).OpenDialog);

/** Whether the one who is signed in may open people who are not assigned. */
export function useMayOpen(): boolean {
  return useAccount()?.roles.some(({ mayOpen }) => mayOpen) ?? false;
}

/** For somebody who is not found among one's own: the way to open them with a reason, for those who may. */
export function OpenWithReason({ whom }: { whom: Whom }) {
  const t = useTranslate();
  const may = useMayOpen();
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  return (
    <Box sx={{ my: 2 }}>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('opening.ask')}
      </Button>
      {asking && (
        <Suspense fallback={null}>
          <OpenDialog whom={whom} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Box>
  );
}
