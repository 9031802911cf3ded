import { BooleanInput } from 'react-admin';

/** A filter that is on, or not there at all: off does not mean "only those that are not". */
export function FlagFilter({ source }: { source: string }) {
  return <BooleanInput source={source} helperText={false} parse={(on: boolean) => (on ? true : '')} />;
}
