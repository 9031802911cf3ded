import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Enrolment } from '@stegvis/contracts/enrolments/enrolment';
import type { ParticipantRow } from '@stegvis/contracts/participants/participant';
import { useEffect, useState } from 'react';
import { InputHelperText, required, useGetList, useGetMany, useInput, useTranslate } from 'react-admin';

interface Choice {
  id: string;
  name: string;
  detail: string;
}

const choiceOfRow = (row: ParticipantRow): Choice[] =>
  row.enrolmentId ? [{ id: row.enrolmentId, name: `${row.givenName} ${row.familyName}`, detail: row.siteName ?? '' }] : [];
const choiceOfEnrolment = (enrolment: Enrolment): Choice => ({
  id: enrolment.id,
  name: enrolment.participantName ?? enrolment.id,
  detail: enrolment.siteName,
});

/** People whose enrolment goes on: my own at first, everybody I may see once a name is typed. */
function useChoices(typed: string): { found: Choice[]; failed: boolean } {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isError } = useGetList<ParticipantRow>('participants', {
    filter: { status: 'active', ...(q ? { q } : { mine: true }) },
    sort: { field: 'familyName', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  return { found: (data ?? []).flatMap(choiceOfRow), failed: isError };
}

function useKnown(ids: readonly string[]): Choice[] {
  const { data } = useGetMany<Enrolment>('enrolments', { ids: [...ids] }, { enabled: ids.length > 0 });
  return (data ?? []).filter(Boolean).map(choiceOfEnrolment);
}

interface EnrolmentInputProps {
  source: string;
  label: string;
  several?: boolean;
}

/** Who it is about, found by name; the value is the id of the enrolment, or of several. */
export function EnrolmentInput({ source, label, several = false }: EnrolmentInputProps) {
  const t = useTranslate();
  const { field, fieldState, id, isRequired } = useInput({
    source,
    validate: several ? undefined : required('meeting.whoNeeded'),
    defaultValue: several ? [] : null,
  });
  const [typed, setTyped] = useState('');
  const ids: string[] = several ? (field.value ?? []) : field.value ? [field.value] : [];
  const known = useKnown(ids);
  const { found, failed } = useChoices(typed);
  const choices = [...found, ...known.filter((one) => !found.some((other) => other.id === one.id))];
  const chosen = ids.map((one) => choices.find((choice) => choice.id === one) ?? { id: one, name: '…', detail: '' });
  const choose = (value: Choice | Choice[] | null) => field.onChange(Array.isArray(value) ? value.map((choice) => choice.id) : (value?.id ?? null));
  return (
    <Autocomplete<Choice, boolean>
      id={id}
      multiple={several}
      options={choices}
      value={several ? chosen : (chosen[0] ?? null)}
      onChange={(_event, value) => choose(value)}
      onInputChange={(_event, value, reason) => setTyped(reason === 'input' ? value : '')}
      onBlur={field.onBlur}
      getOptionLabel={(choice) => choice.name}
      getOptionKey={(choice) => choice.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(options) => options}
      renderOption={({ key, ...props }, choice) => (
        <li key={key} {...props}>
          {choice.name}
          {choice.detail && ` · ${choice.detail}`}
        </li>
      )}
      noOptionsText={t(failed ? 'meeting.findFailed' : 'meeting.nobodyFound')}
      openText={t('layout.open')}
      closeText={t('ra.action.close')}
      clearText={t('ra.action.clear_input_value')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={`${t(label)}${isRequired ? ' *' : ''}`}
          error={fieldState.invalid}
          helperText={fieldState.invalid ? <InputHelperText error={fieldState.error?.message} /> : undefined}
          inputRef={field.ref}
        />
      )}
    />
  );
}
