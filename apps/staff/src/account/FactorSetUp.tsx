import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FactorToConfirm, RecoveryCodes } from '@stegvis/contracts/sign-in/second-factor';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { CodeForm } from '../sign-in/CodeForm';
import { reasonOf } from '../sign-in/OneFieldForm';
import { CodesToKeep } from './CodesToKeep';

interface FactorSetUpProps {
  begin: () => Promise<FactorToConfirm>;
  confirm: (code: string) => Promise<RecoveryCodes>;
  /** The codes have been read. */
  onDone: () => void;
}

/** Groups of four: a long secret is typed by hand where no camera is. */
const inGroups = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Setting up a second factor: scan, confirm with a first code, keep the recovery codes. The picture is made in the page. */
export function FactorSetUp({ begin, confirm, onDone }: FactorSetUpProps) {
  const t = useTranslate();
  const [factor, setFactor] = useState<FactorToConfirm>();
  const [codes, setCodes] = useState<RecoveryCodes>();
  const [problem, setProblem] = useState<string>();
  const first = useRef(begin);
  useEffect(() => {
    first.current().then(setFactor, (error: unknown) => setProblem(reasonOf(error)));
  }, []);
  if (problem) return <Alert severity="error">{t(problem, { _: problem })}</Alert>;
  if (codes) {
    return (
      <>
        <CodesToKeep codes={codes} />
        <Button variant="contained" fullWidth size="large" sx={{ mt: 2 }} onClick={onDone}>
          {t('account.codesKept')}
        </Button>
      </>
    );
  }
  if (!factor) return null;
  return (
    <>
      <Typography>{t('account.scan')}</Typography>
      <Box sx={{ my: 2, p: 2, bgcolor: '#fff', width: 'fit-content', mx: 'auto', borderRadius: 1 }}>
        <QRCodeSVG value={factor.uri} size={176} role="img" aria-label={t('account.picture')} />
      </Box>
      <Typography color="textSecondary">{t('account.typeInstead')}</Typography>
      <Typography component="code" sx={{ display: 'block', my: 1, fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
        {inGroups(factor.secret)}
      </Typography>
      <CodeForm button={t('account.turnOn')} onGiven={async (code) => setCodes(await confirm(code))} />
    </>
  );
}
