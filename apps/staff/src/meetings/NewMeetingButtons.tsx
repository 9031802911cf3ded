import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';

export function NewMeetingButtons({ enrolmentId }: { enrolmentId?: string }) {
  const t = useTranslate();
  const query = enrolmentId ? `enrolmentId=${enrolmentId}` : '';
  return (
    <>
      <Button component={Link} to={`/meetings/create?${query}`} variant="contained">
        {t('meeting.log')}
      </Button>
      <Button component={Link} to={`/meetings/create?status=planned&${query}`} variant="outlined">
        {t('meeting.plan')}
      </Button>
    </>
  );
}
