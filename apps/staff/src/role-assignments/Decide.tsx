import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';
import { useAccount } from '../useMay';
import { WhoConfirms } from './WhoConfirms';

/** What the one who looks can do about a role that waits. */
export function Decide({ row }: { row: RoleAssignment }) {
  const t = useTranslate();
  const me = useAccount()?.id;
  const [asked, setAsked] = useState<'confirm' | 'refuse'>();
  if (row.staffId === me) return <>{t('roleTakesTwo.forYou')}</>;
  const mine = row.givenById === me;
  const [name, role] = [row.staffName, t(`codes.role.${row.role}`)];
  return (
    <>
      <Stack direction="row" spacing={1}>
        {!mine && (
          <Button size="small" variant="contained" onClick={() => setAsked('confirm')} aria-label={t('roleTakesTwo.confirmTitle', { name })}>
            {t('roleTakesTwo.confirm')}
          </Button>
        )}
        <Button size="small" onClick={() => setAsked('refuse')} aria-label={t('roleTakesTwo.refuseTitle', { name })}>
          {t(mine ? 'roleTakesTwo.takeBack' : 'roleTakesTwo.refuse')}
        </Button>
      </Stack>
      {asked === 'confirm' && (
        <VerbDialog
          title={t('roleTakesTwo.confirmTitle', { name })}
          text={t('roleTakesTwo.confirmText', { giver: row.givenByName, role })}
          resource="role-assignments"
          id={row.id}
          verb="confirm"
          button="roleTakesTwo.confirm"
          done="roleTakesTwo.confirmed"
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'refuse' && (
        <VerbDialog
          title={t('roleTakesTwo.refuseTitle', { name })}
          text={t('roleTakesTwo.refuseText', { role })}
          resource="role-assignments"
          id={row.id}
          verb="refuse"
          button={mine ? 'roleTakesTwo.takeBack' : 'roleTakesTwo.refuse'}
          done="roleTakesTwo.refused"
          dangerous
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** Who gave a role that waits, and who else can confirm it. */
export function WaitsFor({ row }: { row: RoleAssignment }) {
  const t = useTranslate();
  return (
    <>
      {t('roleTakesTwo.givenBy', { name: row.givenByName })}. <WhoConfirms giverId={row.givenById ?? undefined} staffId={row.staffId} />
    </>
  );
}
