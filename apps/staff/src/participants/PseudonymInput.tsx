import { BooleanInput } from 'react-admin';

/** Whether the person is counted and not named; a sentence says what that means. */
export function PseudonymInput({ onChange }: { onChange?: (pseudonymous: boolean) => void }) {
  return <BooleanInput source="pseudonymous" helperText="participant.pseudonymousHint" onChange={(event) => onChange?.(event.target.checked)} />;
}
