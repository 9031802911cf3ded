import { NullableBooleanInput } from 'react-admin';

/** Yes, no, or not known yet. */
export function YesNoInput({ source, helperText }: { source: string; helperText?: string }) {
  return (
    <NullableBooleanInput
      source={source}
      nullLabel="layout.noAnswer"
      trueLabel="ra.boolean.true"
      falseLabel="ra.boolean.false"
      helperText={helperText ?? false}
    />
  );
}
