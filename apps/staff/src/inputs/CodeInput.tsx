import { RadioButtonGroupInput, required, SelectInput, type SelectInputProps } from 'react-admin';
import { choicesOf } from './choices';

interface CodeInputProps extends Omit<SelectInputProps, 'choices'> {
  /** The folder of messages that names the codes. */
  list: string;
  codes: readonly string[];
  needed?: boolean;
}

/** One value of a code list. */
export function CodeInput({ list, codes, needed, ...rest }: CodeInputProps) {
  return (
    <SelectInput choices={choicesOf(list, codes)} validate={needed ? required() : undefined} emptyText="layout.noAnswer" margin="normal" {...rest} />
  );
}

/** The same, with all values in sight, for questions with few. */
export function CodeRadioInput({
  source,
  list,
  codes,
  needed,
  label,
  helperText,
}: {
  source: string;
  list: string;
  codes: readonly string[];
  needed?: boolean;
  label?: string;
  helperText?: string;
}) {
  return (
    <RadioButtonGroupInput
      source={source}
      label={label}
      choices={choicesOf(list, codes)}
      validate={needed ? required() : undefined}
      helperText={helperText ?? false}
    />
  );
}
