import type { EnrolmentVerb } from '@stegvis/contracts/enrolments/codes';
import type { EnrolmentOnPage, ParticipantPage } from '@stegvis/contracts/participants/page';
import type { ReactNode } from 'react';
import { AcceptDialog } from '../enrolments/AcceptDialog';
import { DeclineDialog } from '../enrolments/DeclineDialog';
import { ExitDialog } from '../enrolments/ExitDialog';
import { ReferAgainDialog } from '../enrolments/ReferAgainDialog';
import { ProtectDialog } from '../protection/NameStaffDialog';
import { StartStageDialog } from '../stage-periods/StartStageDialog';

export type Opened = EnrolmentVerb | 'stage' | 'again' | 'protect';

interface ActionDialogProps {
  opened: Opened;
  page: ParticipantPage;
  enrolment: EnrolmentOnPage;
  onClose: () => void;
}

const dialogs: Record<Opened, (props: ActionDialogProps) => ReactNode> = {
  accept: ({ enrolment, onClose }) => <AcceptDialog enrolment={enrolment} onClose={onClose} />,
  decline: ({ enrolment, onClose }) => <DeclineDialog enrolmentId={enrolment.id} onClose={onClose} />,
  exit: ({ enrolment, onClose }) => <ExitDialog enrolmentId={enrolment.id} onClose={onClose} />,
  stage: ({ enrolment, onClose }) => <StartStageDialog enrolmentId={enrolment.id} onClose={onClose} />,
  protect: ({ page, onClose }) => <ProtectDialog page={page} onClose={onClose} />,
  again: ({ page, enrolment, onClose }) => (
    <ReferAgainDialog participantId={page.id} siteId={enrolment.siteId} organisationId={page.participant.organisationId} onClose={onClose} />
  ),
};

/** What each action asks; fetched when the first of them is opened, since forms are large. */
export function ActionDialog(props: ActionDialogProps) {
  return dialogs[props.opened](props);
}
