import { AutocompleteInput, ReferenceInput, required } from 'react-admin';

interface CoachInputProps {
  source: string;
  siteId: string;
  needed?: boolean;
}

/** Somebody who coaches at the site. */
export function CoachInput({ source, siteId, needed }: CoachInputProps) {
  return (
    <ReferenceInput source={source} reference="staff" filter={{ siteId, role: 'coach' }} perPage={100} sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput
        optionText="name"
        filterToQuery={(q: string) => (q ? { q } : {})}
        validate={needed ? required() : undefined}
        helperText={false}
        fullWidth
      />
    </ReferenceInput>
  );
}
