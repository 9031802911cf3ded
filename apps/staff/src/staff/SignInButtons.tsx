import Button from '@mui/material/Button';
import type { Staff } from '@stegvis/contracts/staff/staff';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';

/** What is done for somebody whose computer was stolen, or whose phone is gone. */
const verbs = [
  { verb: 'end-sessions', label: 'admin.endSessions', text: 'admin.endSessionsText', done: 'admin.sessionsEnded' },
  { verb: 'turn-off-second-factor', label: 'admin.turnOffFactor', text: 'admin.turnOffFactorText', done: 'admin.factorTurnedOff' },
] as const;

export function SignInButtons() {
  const t = useTranslate();
  const staff = useRecordContext<Staff>();
  const [asked, setAsked] = useState<(typeof verbs)[number]>();
  if (!staff) return null;
  return (
    <>
      {verbs.map((one) => (
        <Button key={one.verb} onClick={() => setAsked(one)}>
          {t(one.label)}
        </Button>
      ))}
      {asked && (
        <VerbDialog
          title={t(asked.label)}
          text={t(asked.text, { name: staff.name })}
          resource="staff"
          id={staff.id}
          verb={asked.verb}
          button={asked.label}
          done={asked.done}
          dangerous
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
