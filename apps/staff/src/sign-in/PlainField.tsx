import VisibilityIcon from '@mui/icons-material/Visibility';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface PlainFieldProps {
  name: string;
  label: string;
  type: 'email' | 'password' | 'code';
  /** What is expected, under the field. */
  hint?: string | undefined;
  autoComplete: string;
  error: string | undefined;
  /** Has the focus from the start: the only field of a dialog. */
  focused?: boolean;
}

/** A field without React-Admin's forms, so that the page which everybody loads first is small. */
export function PlainField({ name, label, type, hint, autoComplete, error, focused }: PlainFieldProps) {
  const t = useTranslate();
  const id = useId();
  const [shown, setShown] = useState(false);
  const toggle = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={t(shown ? 'ra.input.password.toggle_visible' : 'ra.input.password.toggle_hidden')}
        onClick={() => setShown(!shown)}
      >
        {shown ? <VisibilityIcon /> : <VisibilityOffIcon />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <FormControl error={error !== undefined} required>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput
        id={id}
        name={name}
        label={label}
        type={shown || type === 'code' ? 'text' : type}
        autoFocus={focused}
        autoComplete={autoComplete}
        aria-describedby={error || hint ? `${id}-error` : undefined}
        endAdornment={type === 'password' ? toggle : undefined}
      />
      {(error || hint) && <FormHelperText id={`${id}-error`}>{error ?? hint}</FormHelperText>}
    </FormControl>
  );
}
