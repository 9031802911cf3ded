import Box from '@mui/material/Box';
import type { AccessKind, FieldGroup } from '@stegvis/contracts/access-log/codes';
import { useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';
import type { Tone } from '../theme/tones';
import { wordOf } from './wordOf';

const tones: Record<AccessKind, Tone> = {
  open: 'neutral',
  list: 'neutral',
  search: 'neutral',
  change: 'coming',
  export: 'watch',
  refused: 'watch',
  'sign-in': 'neutral',
};

interface Done {
  kind: AccessKind;
  action: string;
}

/** What was done, and with what: "Opened · Participants". */
export function WhatWasDone({ kind, action }: Done) {
  const t = useTranslate();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      {kind !== 'sign-in' && <Tag text={t(`codes.accessKind.${kind}`)} tone={tones[kind]} />}
      <span>{t(`codes.accessWord.${wordOf(action)}`)}</span>
    </Box>
  );
}

/** Which groups of fields the answer showed. */
export function WhatWasShown({ shown }: { shown: readonly FieldGroup[] }) {
  const t = useTranslate();
  return <span>{shown.length === 0 ? '–' : shown.map((group) => t(`codes.fieldGroup.${group}`)).join(', ')}</span>;
}
