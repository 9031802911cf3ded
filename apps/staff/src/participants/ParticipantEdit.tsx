import Alert from '@mui/material/Alert';
import type { Participant } from '@stegvis/contracts/participants/participant';
import { useRecordContext, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { withoutEmpty } from '../inputs/bodies';
import { EditPage } from '../layout/EditPage';
import { IdentityInputs } from './IdentityInputs';
import { ContactInputs, LanguageInputs, NameInputs } from './PersonInputs';
import { PseudonymInput } from './PseudonymInput';

/** The identity number is never sent out, so it is changed only when a new one is typed. */
const bodyOf = (participant: Participant) => withoutEmpty({ ...participant }, ['identityNumber']);

export function ParticipantEdit() {
  const t = useTranslate();
  return (
    <EditPage<Participant>
      resource="participants"
      tab={t('resources.participants.name', { smart_count: 1 })}
      title={(person) => t('participant.editTitle', { name: `${person.givenName} ${person.familyName}` })}
      redirect="show"
      bodyOf={bodyOf}
    >
      <Inputs />
    </EditPage>
  );
}

function Inputs() {
  const t = useTranslate();
  const person = useRecordContext<Participant>();
  const pseudonymous = useWatch({ name: 'pseudonymous' }) as boolean;
  if (!person) return null;
  const isProtected = person.protection !== 'none';
  return (
    <>
      {isProtected && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {t('protection.noPlace')}
        </Alert>
      )}
      {person.pseudonymous && <Consent person={person} />}
      {!pseudonymous && <NameInputs />}
      <IdentityInputs changing numbered={!pseudonymous} />
      <LanguageInputs />
      {!pseudonymous && <ContactInputs address={!isProtected} />}
    </>
  );
}

/** Who consents to being named gives a name: the pseudonym makes room for it, and comes back when nothing is to change after all. */
function Consent({ person }: { person: Participant }) {
  const { setValue } = useFormContext();
  const rename = (pseudonymous: boolean) => {
    for (const name of ['givenName', 'familyName'] as const) setValue(name, pseudonymous ? person[name] : '', { shouldDirty: true });
  };
  return <PseudonymInput onChange={rename} />;
}
