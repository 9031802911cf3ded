import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { AccessReviewWithLooks, ReviewedLook } from '@stegvis/contracts/access-reviews/access-review';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { WhatWasDone } from '../access-log/WhatWasDone';
import { WhomItShowed } from '../access-log/WhomItShowed';
import { InstantText } from '../fields/DateText';
import { Tag } from '../fields/Tag';
import { Section } from '../layout/Section';
import { MarkDialog, type Marking } from './MarkDialog';

interface LooksToReviewProps {
  title: string;
  none: string;
  review: AccessReviewWithLooks;
  looks: readonly ReviewedLook[];
}

/** Looks one by one, each to be marked; and all that are left at once, when they have been read. */
export function LooksToReview({ title, none, review, looks }: LooksToReviewProps) {
  const t = useTranslate();
  const [marking, setMarking] = useState<Marking>();
  const open = review.mine && !review.signedAt;
  const left = looks.filter(({ mark }) => mark === null).map(({ id }) => id);
  return (
    <Section
      title={title}
      count={looks.length}
      flush
      paper="long"
      actions={
        open &&
        left.length > 1 && (
          <Button size="small" className="no-print" onClick={() => setMarking({ itemIds: left, mark: 'ok' })}>
            {t('accessReview.restOk', { smart_count: left.length })}
          </Button>
        )
      }
    >
      {looks.length === 0 ? (
        <Box sx={{ px: { xs: 2, sm: 3 }, pb: 2 }}>{none}</Box>
      ) : (
        <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {looks.map((look) => (
            <Box component="li" key={look.id} sx={{ px: { xs: 2, sm: 3 }, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
              <OneLook look={look} open={open} onMark={(mark) => setMarking({ itemIds: [look.id], mark, who: look.event.staffName ?? '' })} />
            </Box>
          ))}
        </Box>
      )}
      {marking && <MarkDialog review={review} marking={marking} onClose={() => setMarking(undefined)} />}
    </Section>
  );
}

function OneLook({ look, open, onMark }: { look: ReviewedLook; open: boolean; onMark: (mark: Marking['mark']) => void }) {
  const t = useTranslate();
  const { event, rules, mark } = look;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
        <Box>
          <strong>{event.staffName}</strong>, <InstantText value={event.at} />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          <WhatWasDone kind={event.kind} action={event.action} />
          <WhomItShowed people={event.people} participants={event.participants} eventId={event.id} />
        </Box>
        {rules.length > 0 && (
          <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', mt: 0.5 }}>
            {rules.map((rule) => (
              <Tag key={rule} text={t(`codes.reviewRule.${rule}`)} tone="watch" />
            ))}
          </Stack>
        )}
        {look.comment && <Box sx={{ mt: 0.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>{look.comment}</Box>}
      </Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {mark && <Tag text={t(`codes.reviewMark.${mark}`)} tone={mark === 'ok' ? 'good' : 'bad'} />}
        {open && (
          <>
            <Button size="small" variant="outlined" className="no-print" onClick={() => onMark('ok')}>
              {t('accessReview.markOk')}
            </Button>
            <Button size="small" variant="outlined" color="warning" className="no-print" onClick={() => onMark('follow-up')}>
              {t('accessReview.markFollowUp')}
            </Button>
          </>
        )}
      </Stack>
    </Box>
  );
}
