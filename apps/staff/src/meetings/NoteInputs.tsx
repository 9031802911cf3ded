import LockIcon from '@mui/icons-material/LockOutlined';
import ShareIcon from '@mui/icons-material/PeopleOutlined';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { TextInput, useTranslate } from 'react-admin';
import { useController, useWatch } from 'react-hook-form';
import type { AttendanceForm } from './newMeeting';

type Place = NonNullable<AttendanceForm['noteIs']>;

/** One note, and a plain answer to who may read it. Internal unless the coach says otherwise: the safe mistake. */
export function NoteInput({ prefix, label = 'meeting.note' }: { prefix: string; label?: string }) {
  const t = useTranslate();
  const { field } = useController({ name: `${prefix}noteIs`, defaultValue: 'internalNote' });
  const place = field.value as Place;
  return (
    <>
      <TextInput source={`${prefix}note`} label={label} multiline minRows={4} helperText={false} />
      <ToggleButtonGroup
        exclusive
        fullWidth
        size="small"
        value={place}
        onChange={(_event, value: Place | null) => value && field.onChange(value)}
        aria-label={t('meeting.whoMayRead')}
        sx={{ '& .MuiToggleButton-root': { gap: 1, lineHeight: 1.2, minHeight: 44 } }}
      >
        <ToggleButton value="internalNote">
          <LockIcon fontSize="small" />
          {t('meeting.internal')}
        </ToggleButton>
        <ToggleButton value="summary">
          <ShareIcon fontSize="small" />
          {t('meeting.shareable')}
        </ToggleButton>
      </ToggleButtonGroup>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, mb: 1 }}>
        {t(place === 'summary' ? 'meeting.shareableHint' : 'meeting.internalHint')}
      </Typography>
    </>
  );
}

/** The other one of the two notes. */
export function OtherNoteInput({ prefix }: { prefix: string }) {
  const place = (useWatch({ name: `${prefix}noteIs` }) as Place | undefined) ?? 'internalNote';
  return (
    <TextInput
      source={`${prefix}otherNote`}
      label={place === 'summary' ? 'meeting.alsoInternal' : 'meeting.alsoShareable'}
      multiline
      minRows={2}
      helperText={false}
    />
  );
}
