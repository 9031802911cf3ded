import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { RecoveryCodes } from '@stegvis/contracts/sign-in/second-factor';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';

/** The recovery codes, which are told once. */
export function CodesToKeep({ codes: { codes } }: { codes: RecoveryCodes }) {
  const t = useTranslate();
  // The field that had the focus has gone.
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <>
      <Alert severity="warning">{t('account.keepCodes')}</Alert>
      <Box
        component="ul"
        ref={list}
        tabIndex={-1}
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
