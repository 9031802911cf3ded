import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { FactorToConfirm, RecoveryCodes, SignInState } from '@stegvis/contracts/sign-in/second-factor';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { localDay, today } from '../fields/dates';
import { Tag } from '../fields/Tag';
import { useDates } from '../fields/useDates';
import { Section } from '../layout/Section';
import { send } from '../request';
import { useRefusal } from '../useAct';
import { CodesToKeep } from './CodesToKeep';
import { FactorSetUp } from './FactorSetUp';

const begin = () => send<FactorToConfirm>('POST', 'auth/second-factor/begin');
const confirm = (code: string) => send<RecoveryCodes>('POST', 'auth/second-factor/confirm', { code });

/** The second factor: turning it on and off, and new recovery codes. */
export function SecondFactorSection({ state, onChanged }: { state: SignInState; onChanged: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const refused = useRefusal();
  const title = useId();
  const dates = useDates();
  const [settingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<RecoveryCodes>();
  const close = () => {
    setSettingUp(false);
    setCodes(undefined);
    onChanged();
  };
  const renew = () => send<RecoveryCodes>('POST', 'auth/second-factor/recovery-codes').then(setCodes, refused);
  const turnOff = () =>
    send('POST', 'auth/second-factor/turn-off').then(() => {
      notify('account.secondFactorOff', { type: 'success' });
      onChanged();
    }, refused);
  return (
    <Section
      title={t('account.secondFactor')}
      id="second-factor"
      actions={<Tag text={t(state.secondFactor ? 'account.on' : 'account.off')} tone={state.secondFactor ? 'good' : 'neutral'} />}
    >
      <Typography sx={{ mb: 2 }}>
        {state.secondFactor
          ? t('account.secondFactorSince', { date: dates.date(localDay(state.secondFactorSince ?? today())), smart_count: state.recoveryCodesLeft })
          : t('account.secondFactorText')}
      </Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {!state.secondFactor && (
          <Button variant="contained" onClick={() => setSettingUp(true)}>
            {t('account.setUp')}
          </Button>
        )}
        {state.secondFactor && (
          <Button variant="outlined" onClick={() => void renew()}>
            {t('account.newCodes')}
          </Button>
        )}
        {state.secondFactor && !state.secondFactorNeeded && (
          <Button color="error" onClick={() => void turnOff()}>
            {t('account.turnOff')}
          </Button>
        )}
      </Stack>
      <Dialog open={settingUp || codes !== undefined} fullWidth maxWidth="xs" onClose={codes ? undefined : close} aria-labelledby={title}>
        <DialogTitle id={title} component="h2">
          {t(codes ? 'account.recoveryCodes' : 'account.secondFactor')}
        </DialogTitle>
        <DialogContent>
          {settingUp && <FactorSetUp begin={begin} confirm={confirm} onDone={close} />}
          {codes && <CodesToKeep codes={codes} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={close}>{t('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </Section>
  );
}
