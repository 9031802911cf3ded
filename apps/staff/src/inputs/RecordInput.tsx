import { AutocompleteInput, ReferenceInput, required } from 'react-admin';

interface RecordInputProps {
  source: string;
  reference: string;
  label?: string;
  filter?: object;
  needed?: boolean;
  alwaysOn?: boolean;
  optionText?: string;
  readOnly?: boolean;
}

/** A record of another word, found by typing a part of its name. */
export function RecordInput({ source, reference, label, filter, needed, optionText = 'name', readOnly }: RecordInputProps) {
  return (
    <ReferenceInput source={source} reference={reference} filter={filter} perPage={50} sort={{ field: optionText, order: 'ASC' }}>
      <AutocompleteInput
        label={label}
        optionText={optionText}
        filterToQuery={(q: string) => (q ? { q } : {})}
        validate={needed ? required() : undefined}
        helperText={false}
        readOnly={readOnly}
        fullWidth
      />
    </ReferenceInput>
  );
}
