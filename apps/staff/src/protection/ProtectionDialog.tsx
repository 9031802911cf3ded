import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useDates } from '../fields/useDates';
import { VerbDialog } from '../layout/VerbDialog';
import { NameStaffDialog } from './NameStaffDialog';

export type ProtectionVerb = 'name-staff' | 'ask-to-lift' | 'lift';

interface ProtectionDialogProps {
  page: ParticipantPage;
  onClose: () => void;
}

const dialogs: Record<ProtectionVerb, (props: ProtectionDialogProps) => ReactNode> = {
  'name-staff': (props) => <NameStaffDialog {...props} />,
  'ask-to-lift': (props) => <AskToLiftDialog {...props} />,
  lift: (props) => <LiftDialog {...props} />,
};

/** What is decided about a person's protection; fetched when it is first asked for. */
export function ProtectionDialog({ verb, ...props }: ProtectionDialogProps & { verb: ProtectionVerb }) {
  return dialogs[verb](props);
}

/** The first of two deciders. */
function AskToLiftDialog({ page, onClose }: ProtectionDialogProps) {
  const t = useTranslate();
  const alone = page.namedStaff.every(({ me }) => me);
  return (
    <VerbDialog
      title={t('protection.askToLiftTitle')}
      text={t(alone ? 'protection.askToLiftAlone' : 'protection.askToLiftText')}
      resource="participants"
      id={page.id}
      verb="ask-to-lift"
      button="protection.askToLift"
      done="protection.askedToLift"
      onClose={onClose}
    />
  );
}

/** The second one. */
function LiftDialog({ page, onClose }: ProtectionDialogProps) {
  const t = useTranslate();
  const { date } = useDates();
  const asked = page.askToLift;
  return (
    <VerbDialog
      title={t('protection.liftTitle')}
      text={
        <>
          <p>{asked && t('protection.asked', { name: asked.askedByName, date: date(asked.askedOn) })}</p>
          <p>{t('protection.liftText')}</p>
        </>
      }
      resource="participants"
      id={page.id}
      verb="lift"
      button="protection.lift"
      done="protection.lifted"
      dangerous
      onClose={onClose}
    />
  );
}
