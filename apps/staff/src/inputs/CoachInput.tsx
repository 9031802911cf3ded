import { AutocompleteInput, ReferenceInput } from 'react-admin';

/** Somebody who coaches at the site. */
export function CoachInput({ source, siteId }: { source: string; siteId: string }) {
  return (
    <ReferenceInput source={source} reference="staff" filter={{ siteId, role: 'coach' }} perPage={100} sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput optionText="name" filterToQuery={(q: string) => (q ? { q } : {})} helperText={false} />
    </ReferenceInput>
  );
}
