import Button from '@mui/material/Button';
import type { AccessReview } from '@stegvis/contracts/access-reviews/access-review';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { localDay } from '../fields/dates';
import { Tag } from '../fields/Tag';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { useMay } from '../useMay';
import { monthOf } from './months';
import { StartReviewDialog } from './StartReviewDialog';

/** The monthly reviews of the access log: which month and place, how far they have come, and who signed. */
export function AccessReviewList() {
  const t = useTranslate();
  const may = useMay();
  const { period } = useDates();
  const [asked, setAsked] = useState(false);
  const field = (name: string) => t(`resources.access-reviews.fields.${name}`);
  const columns: Column<AccessReview>[] = [
    {
      label: field('month'),
      cell: (review) => (
        <TextLink key="month" to={`/access-reviews/${review.id}/show`}>
          {period(...monthOf(review.month))}
        </TextLink>
      ),
      sort: 'month',
      phone: 'heading',
    },
    { label: field('siteId'), cell: (review) => review.siteName ?? review.organisationName, sort: 'siteName', phone: 'line' },
    { label: field('marked'), cell: (review) => (review.mine ? t('accessReview.of', { marked: review.marked, items: review.items }) : '–') },
    { label: field('toFollowUp'), cell: (review) => (review.mine ? review.toFollowUp : '–'), number: true },
    { label: field('signedAt'), cell: (review) => <Signed key="signed" review={review} />, sort: 'signedAt', phone: 'end' },
    { label: field('signedByName'), cell: (review) => review.signedByName ?? '–', phone: 'none' },
  ];
  return (
    <ListPage
      resource="access-reviews"
      title={t('resources.access-reviews.name', { smart_count: 2 })}
      lead={t('accessReview.lead')}
      actions={
        may('access-reviews.start') && (
          <>
            <Button variant="contained" onClick={() => setAsked(true)}>
              {t('accessReview.start')}
            </Button>
            {asked && <StartReviewDialog onClose={() => setAsked(false)} />}
          </>
        )
      }
      sort={{ field: 'month', order: 'DESC' }}
      columns={columns}
      empty={t('accessReview.none')}
    />
  );
}

function Signed({ review }: { review: AccessReview }) {
  const t = useTranslate();
  if (!review.signedAt) return <Tag text={t('accessReview.open')} tone="watch" />;
  return <DateText value={localDay(review.signedAt)} />;
}
