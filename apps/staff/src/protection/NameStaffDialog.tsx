import Alert from '@mui/material/Alert';
import { type Protection, protections } from '@stegvis/contracts/participants/codes';
import type { ParticipantPage } from '@stegvis/contracts/participants/page';
import { namedForDays } from '@stegvis/contracts/protection/limits';
import type { StaffToName } from '@stegvis/contracts/protection/protection';
import { useTranslate } from 'react-admin';
import { addDays, today } from '../fields/dates';
import { CodeRadioInput } from '../inputs/CodeInput';
import { VerbDialog } from '../layout/VerbDialog';
import { useRead } from '../useRead';
import { StaffToNameInputs } from './StaffToNameInputs';

interface NameStaffDialogProps {
  page: ParticipantPage;
  onClose: () => void;
}

const kinds = protections.filter((kind: Protection) => kind !== 'none');

/** Those who may be named for the person: asked for when a dialog is opened, since hardly any page needs them. */
const useStaffToName = (page: ParticipantPage) => useRead<StaffToName[]>(`participants/${page.id}/may-be-named`);

const forAsLongAsMayBe = () => ({ validTo: addDays(today(), namedForDays) });

/** Nobody beside the asker, where there is nobody to choose. Before it is known who may be named, nothing is said of them, and the API refuses. */
const bodyOf = (staff: readonly StaffToName[] | undefined) => (values: Record<string, unknown>) => ({ ...(staff && { staffIds: [] }), ...values });

/** Protects a person, and says who still sees them. */
export function ProtectDialog({ page, onClose }: NameStaffDialogProps) {
  const t = useTranslate();
  const staff = useStaffToName(page);
  // Whoever coaches the person goes on doing so, as long as nobody says otherwise.
  const coaches = page.enrolments.flatMap(({ coachId }) => coachId ?? []);
  return (
    <VerbDialog
      title={t('protection.protectTitle')}
      text={t('protection.protectText')}
      resource="participants"
      id={page.id}
      verb="protect"
      button="protection.protect"
      done="protection.protected"
      dangerous
      defaultValues={forAsLongAsMayBe()}
      bodyOf={bodyOf(staff.data)}
      onClose={onClose}
    >
      <CodeRadioInput source="protection" list="protection" codes={kinds} needed />
      <StaffToNameInputs query={staff} chosen={coaches} />
      {(page.participant.address || page.enrolments.some(({ municipalityCode }) => municipalityCode)) && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('protection.placeGoes')}
        </Alert>
      )}
    </VerbDialog>
  );
}

/** Says anew who sees a protected person, and until when. */
export function NameStaffDialog({ page, onClose }: NameStaffDialogProps) {
  const t = useTranslate();
  const staff = useStaffToName(page);
  const named = page.namedStaff.map(({ staffId }) => staffId);
  return (
    <VerbDialog
      title={t('protection.nameTitle')}
      text={t('protection.nameText')}
      resource="participants"
      id={page.id}
      verb="name-staff"
      button="protection.nameSave"
      done="protection.named"
      defaultValues={forAsLongAsMayBe()}
      bodyOf={bodyOf(staff.data)}
      onClose={onClose}
    >
      <StaffToNameInputs query={staff} chosen={named} />
    </VerbDialog>
  );
}
