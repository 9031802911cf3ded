import type { AccessReview } from '@stegvis/contracts/access-reviews/access-review';
import type { ReviewMark } from '@stegvis/contracts/access-reviews/codes';
import { required, TextInput, useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';

/** Looks that are being marked. */
export interface Marking {
  itemIds: readonly string[];
  mark: ReviewMark;
  /** Who looked, when it is one look. */
  who?: string;
}

/** Asks what was found; why, when something is to be followed up. */
export function MarkDialog({ review, marking, onClose }: { review: AccessReview; marking: Marking; onClose: () => void }) {
  const t = useTranslate();
  const { itemIds, mark, who } = marking;
  const followUp = mark === 'follow-up';
  return (
    <VerbDialog
      title={t(followUp ? 'accessReview.followUpTitle' : 'accessReview.okTitle', { smart_count: itemIds.length, name: who ?? '' })}
      resource="access-reviews"
      id={review.id}
      verb="mark"
      button={followUp ? 'accessReview.markFollowUp' : 'accessReview.markOk'}
      done="accessReview.markedDone"
      bodyOf={({ comment }) => ({ itemIds, mark, ...(comment ? { comment } : {}) })}
      onClose={onClose}
    >
      <TextInput
        source="comment"
        label="accessReview.comment"
        helperText="accessReview.commentHint"
        multiline
        minRows={2}
        validate={followUp ? required() : undefined}
        fullWidth
      />
    </VerbDialog>
  );
}
