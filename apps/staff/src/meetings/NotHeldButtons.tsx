import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { MeetingDialog } from './MeetingDialog';
import type { DialogVerb } from './MeetingVerbDialog';

/** When nobody came, there is nothing to write up. */
export function NotHeldButtons({ meeting, onDone }: { meeting: { id: string }; onDone?: () => void }) {
  const t = useTranslate();
  const [verb, setVerb] = useState<DialogVerb>();
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1 }}>
      <Button variant="outlined" onClick={() => setVerb('miss')}>
        {t('meeting.verb.miss')}
      </Button>
      <Button variant="outlined" onClick={() => setVerb('cancel')}>
        {t('meeting.verb.cancel')}
      </Button>
      {verb && <MeetingDialog id={meeting.id} verb={verb} onClose={() => setVerb(undefined)} onDone={onDone} />}
    </Stack>
  );
}
