import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { Invitation } from '@stegvis/contracts/sign-in/sign-in';
import type { Staff } from '@stegvis/contracts/staff/staff';
import { useState } from 'react';
import { useDataProvider, useRecordContext, useTranslate } from 'react-admin';
import type { StegvisProvider } from '../dataProvider';
import { useRefusal } from '../useAct';

/** A one-time link for a new account or a lost password, told once. */
export function InviteButton() {
  const t = useTranslate();
  const staff = useRecordContext<Staff>();
  const provider = useDataProvider<StegvisProvider>();
  const refused = useRefusal();
  const [link, setLink] = useState<string>();
  if (!staff) return null;
  const invite = () => provider.act<Invitation>('staff', staff.id, 'invite', {}).then((invitation) => setLink(invitation.link), refused);
  return (
    <>
      <Button variant="outlined" onClick={() => void invite()}>
        {t('admin.invite')}
      </Button>
      <Dialog open={link !== undefined} onClose={() => setLink(undefined)} fullWidth aria-labelledby="invite-title">
        <DialogTitle id="invite-title">{t('admin.inviteTitle', { name: staff.name })}</DialogTitle>
        <DialogContent>
          <Alert severity="warning">{t('admin.inviteText')}</Alert>
          <TextField
            label={t('admin.inviteLink')}
            value={link ?? ''}
            multiline
            slotProps={{ input: { readOnly: true } }}
            onFocus={(event) => event.target.select()}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => void navigator.clipboard?.writeText(link ?? '')}>{t('admin.copy')}</Button>
          <Button variant="contained" onClick={() => setLink(undefined)}>
            {t('ra.action.close')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
