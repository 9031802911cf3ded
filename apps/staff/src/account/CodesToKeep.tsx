import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { RecoveryCodes } from '@stegvis/contracts/sign-in/second-factor';
import { useTranslate } from 'react-admin';

/** The recovery codes, which are told once. */
export function CodesToKeep({ codes: { codes } }: { codes: RecoveryCodes }) {
  const t = useTranslate();
  return (
    <>
      <Alert severity="warning">{t('account.keepCodes')}</Alert>
      <Box
        component="ul"
        aria-label={t('account.recoveryCodes')}
        sx={{ fontFamily: 'monospace', display: 'grid', gridTemplateColumns: 'repeat(2, 1fr)', gap: 0.5, listStyle: 'none', p: 0, my: 2 }}
      >
        {codes.map(({ code }) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
    </>
  );
}
