import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { AccessReviewWithLooks } from '@stegvis/contracts/access-reviews/access-review';
import { useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { InstantText } from '../fields/DateText';
import { FieldList } from '../fields/FieldList';
import { useDates } from '../fields/useDates';
import { Answered } from '../layout/Answered';
import { Page } from '../layout/Page';
import { NotFoundPage } from '../layout/PlainPages';
import { Section } from '../layout/Section';
import { CardsWaiting } from '../layout/Skeletons';
import { useRead } from '../useRead';
import { LooksToReview } from './LooksToReview';
import { monthOf } from './months';
import { SignDialog } from './SignDialog';

/** A month of the access log, look by look: what stands out first, then what was drawn by chance. */
export function AccessReviewPage() {
  const t = useTranslate();
  const { period } = useDates();
  const { id = '' } = useParams();
  const query = useRead<AccessReviewWithLooks>(`access-reviews/${id}`);
  const review = query.data;
  if (query.error instanceof HttpError && query.error.status === 404) return <NotFoundPage />;
  return (
    <Page
      title={review ? t('accessReview.title', { month: period(...monthOf(review.month)) }) : t('resources.access-reviews.name', { smart_count: 1 })}
      lead={review?.siteName ?? review?.organisationName}
      actions={review?.mine && !review.signedAt && <SignButton review={review} />}
    >
      <Answered query={query} waiting={<CardsWaiting cards={[3, 6]} />}>
        {(one) => <Review review={one} />}
      </Answered>
    </Page>
  );
}

function SignButton({ review }: { review: AccessReviewWithLooks }) {
  const t = useTranslate();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setAsked(true)} disabled={review.marked < review.items}>
        {t('accessReview.sign')}
      </Button>
      {asked && <SignDialog review={review} onClose={() => setAsked(false)} />}
    </>
  );
}

function Review({ review }: { review: AccessReviewWithLooks }) {
  const t = useTranslate();
  const field = (name: string) => t(`resources.access-reviews.fields.${name}`);
  const left = review.items - review.marked;
  const standsOut = review.reviewed.filter(({ rules }) => rules.length > 0);
  const byChance = review.reviewed.filter(({ rules }) => rules.length === 0);
  return (
    <>
      {review.signedAt ? (
        <Alert severity="success" sx={{ mb: 3 }}>
          {t('accessReview.signedBy', { name: review.signedByName ?? '' })} <InstantText value={review.signedAt} />. {t('accessReview.staysAsItIs')}
        </Alert>
      ) : (
        <Alert severity="info" sx={{ mb: 3 }} className="no-print" role="status">
          {review.mine ? t(left > 0 ? 'accessReview.left' : 'accessReview.allMarked', { smart_count: left }) : t('accessReview.notYours')}
        </Alert>
      )}
      <Section title={t('accessReview.about')}>
        <FieldList
          rows={[
            { label: field('looks'), value: review.looks },
            ...(review.mine
              ? [
                  { label: field('marked'), value: t('accessReview.of', { marked: review.marked, items: review.items }) },
                  { label: field('toFollowUp'), value: review.toFollowUp },
                ]
              : []),
            {
              label: field('startedByName'),
              value: (
                <>
                  {review.startedByName}, <InstantText value={review.startedAt} />
                </>
              ),
            },
            { label: field('seed'), value: t('accessReview.drawnBy', { seed: review.seed, version: review.ruleVersion }) },
            ...(review.comment ? [{ label: field('comment'), value: review.comment }] : []),
          ]}
        />
      </Section>
      {(review.mine || review.reviewed.length > 0) && (
        <>
          <LooksToReview title={t('accessReview.standsOut')} none={t('accessReview.nothingStandsOut')} review={review} looks={standsOut} />
          <LooksToReview title={t('accessReview.byChance')} none={t('accessReview.nothingDrawn')} review={review} looks={byChance} />
        </>
      )}
    </>
  );
}
