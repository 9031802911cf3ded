import MoreIcon from '@mui/icons-material/MoreVert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import { type MeetingStatus, type MeetingVerb, meetingTransitions } from '@stegvis/contracts/meetings/codes';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { LateMenu } from '../layout/LateMenu';
import { useMay } from '../useMay';
import { hasBegun } from './hasBegun';
import { MeetingDialog } from './MeetingDialog';
import type { DialogVerb } from './MeetingVerbDialog';

interface MeetingInHand {
  id: string;
  status: MeetingStatus;
  startsAt: string;
}

const allows = (verb: MeetingVerb, status: MeetingStatus) => (meetingTransitions[verb].from as readonly MeetingStatus[]).includes(status);

/** What may be done with a meeting as it stands: the likely verb as a button, the rest in a small menu. */
export function MeetingActions({ meeting, who }: { meeting: MeetingInHand; who: string }) {
  const t = useTranslate();
  const may = useMay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [verb, setVerb] = useState<DialogVerb>();
  const more = useRef<HTMLButtonElement>(null);
  const begun = hasBegun(meeting.startsAt);
  const verbs = (['miss', 'cancel', 'void'] as const).filter(
    (one) => may(`meetings.${one}`) && allows(one, meeting.status) && (begun || one !== 'miss'),
  );
  const writeUp = begun && may('meetings.hold') && allows('hold', meeting.status);
  const change = may('meetings.change') && meeting.status !== 'voided';
  const choose = (one: DialogVerb) => {
    setAnchor(null);
    setVerb(one);
  };
  const close = () => {
    setVerb(undefined);
    more.current?.focus();
  };
  if (!writeUp && !change && verbs.length === 0) return null;
  return (
    <Stack direction="row" spacing={0.5} className="no-print" sx={{ alignItems: 'center' }}>
      {writeUp && (
        <Button component={Link} to={`/meetings/${meeting.id}/write-up`} variant="outlined" size="small">
          {t('meeting.writeUp')}
        </Button>
      )}
      <IconButton ref={more} aria-label={t('meeting.actionsFor', { who })} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <MoreIcon />
      </IconButton>
      <LateMenu anchor={anchor} onClose={() => setAnchor(null)}>
        {change && (
          <MenuItem component={Link} to={`/meetings/${meeting.id}`}>
            {t('meeting.change')}
          </MenuItem>
        )}
        {verbs.map((one) => (
          <MenuItem key={one} onClick={() => choose(one)}>
            {t(`meeting.verb.${one}`)}
          </MenuItem>
        ))}
      </LateMenu>
      {verb && <MeetingDialog id={meeting.id} verb={verb} onClose={close} />}
    </Stack>
  );
}
