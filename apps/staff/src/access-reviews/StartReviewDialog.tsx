import type { AccessReview } from '@stegvis/contracts/access-reviews/access-review';
import { required, SelectInput, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { useDates } from '../fields/useDates';
import { VerbDialog } from '../layout/VerbDialog';
import { useAccount } from '../useMay';
import { monthOf, monthsToReview } from './months';

/** Asks for the month and the place, and draws the looks to review. */
export function StartReviewDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { period } = useDates();
  const navigate = useNavigate();
  const held = useAccount()?.roles ?? [];
  const places = held.flatMap(({ role, siteId, siteName, organisationId }) => {
    if (role === 'local-leader' && siteId) return [{ id: `site ${siteId}`, name: siteName ?? '' }];
    return role === 'auditor' && organisationId ? [{ id: `organisation ${organisationId}`, name: t('accessReview.wholeOrganisation') }] : [];
  });
  const months = monthsToReview();
  const bodyOf = ({ month, place }: Record<string, unknown>) => {
    const [kind, id] = String(place).split(' ');
    return { month, [`${kind}Id`]: id };
  };
  return (
    <VerbDialog
      title={t('accessReview.startTitle')}
      text={t('accessReview.startText')}
      resource="access-reviews"
      button="accessReview.start"
      done="accessReview.started"
      defaultValues={{ month: months[0], place: places[0]?.id }}
      bodyOf={bodyOf}
      onClose={onClose}
      onDone={(answer) => void navigate(`/access-reviews/${(answer as AccessReview).id}/show`)}
    >
      <SelectInput
        source="month"
        choices={months.map((id) => ({ id, name: period(...monthOf(id)) }))}
        translateChoice={false}
        validate={required()}
        helperText={false}
        fullWidth
      />
      <SelectInput
        source="place"
        label="accessReview.place"
        choices={places}
        translateChoice={false}
        validate={required()}
        helperText={false}
        fullWidth
      />
    </VerbDialog>
  );
}
