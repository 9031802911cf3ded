import type { AccessReview } from '@stegvis/contracts/access-reviews/access-review';
import { TextInput, useTranslate } from 'react-admin';
import { VerbDialog } from '../layout/VerbDialog';
import { useAccount } from '../useMay';

/** Signs a review with the name of who is signed in; from then on it stays as it is. */
export function SignDialog({ review, onClose }: { review: AccessReview; onClose: () => void }) {
  const t = useTranslate();
  const account = useAccount();
  return (
    <VerbDialog
      title={t('accessReview.signTitle')}
      text={t('accessReview.signText', { name: account?.name ?? '', items: review.items, toFollowUp: review.toFollowUp })}
      resource="access-reviews"
      id={review.id}
      verb="sign"
      button="accessReview.sign"
      done="accessReview.signed"
      bodyOf={({ comment }) => (comment ? { comment } : {})}
      onClose={onClose}
    >
      <TextInput source="comment" label="accessReview.comment" helperText="accessReview.commentHint" multiline minRows={2} fullWidth />
    </VerbDialog>
  );
}
