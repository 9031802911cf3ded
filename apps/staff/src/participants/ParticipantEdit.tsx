import type { Participant } from '@stegvis/contracts/participants/participant';
import { useTranslate } from 'react-admin';
import { withoutEmpty } from '../inputs/bodies';
import { EditPage } from '../layout/EditPage';
import { IdentityInputs } from './IdentityInputs';
import { ContactInputs, NameInputs } from './PersonInputs';

/** The identity number is never sent out, so it is changed only when a new one is typed. */
const bodyOf = (participant: Participant) => withoutEmpty({ ...participant }, ['identityNumber']);

export function ParticipantEdit() {
  const t = useTranslate();
  return (
    <EditPage<Participant>
      resource="participants"
      title={(person) => t('participant.editTitle', { name: `${person.givenName} ${person.familyName}` })}
      redirect="show"
      bodyOf={bodyOf}
    >
      <NameInputs />
      <IdentityInputs changing />
      <ContactInputs />
    </EditPage>
  );
}
