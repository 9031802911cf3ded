import { genders, type IdentityKind, identityKinds } from '@stegvis/contracts/participants/codes';
import { useEffect } from 'react';
import { DateInput, required, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { today } from '../fields/dates';
import { CodeInput, CodeRadioInput } from '../inputs/CodeInput';
import { hintsOf } from './identityHints';

/**
 * The number fills in date of birth and gender as a hint, as long as nobody has answered them. Who is counted and not named
 * (`numbered` is false) has none.
 */
export function IdentityInputs({ changing = false, numbered = true }: { changing?: boolean; numbered?: boolean }) {
  const { setValue, getFieldState } = useFormContext();
  const kind = useWatch({ name: 'identityKind' }) as IdentityKind | undefined;
  const number = useWatch({ name: 'identityNumber' }) as string | null | undefined;
  useEffect(() => {
    const hints = hintsOf(kind, number, today());
    for (const [name, value] of Object.entries(hints)) if (!changing && !getFieldState(name).isTouched) setValue(name, value, { shouldDirty: true });
  }, [kind, number, changing, setValue, getFieldState]);
  return (
    <>
      {numbered && <CodeInput source="identityKind" list="identityKind" codes={identityKinds} needed helperText={false} />}
      {numbered && kind !== 'none' && (
        <TextInput
          source="identityNumber"
          helperText={changing ? 'participant.numberChangeHint' : 'participant.numberHint'}
          validate={changing ? undefined : required()}
          autoComplete="off"
        />
      )}
      <DateInput source="dateOfBirth" validate={required()} helperText={false} />
      <CodeRadioInput
        source="gender"
        list="gender"
        codes={genders}
        needed
        helperText={kind === 'none' || !numbered ? undefined : 'participant.genderHint'}
      />
    </>
  );
}
