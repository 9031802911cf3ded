import type { Submission } from '@stegvis/contracts/submissions/submission';
import { useTranslate } from 'react-admin';
import { InstantText } from '../fields/DateText';
import { Tag } from '../fields/Tag';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { RecordInput } from '../inputs/RecordInput';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

/** Whether a later one has replaced it, or it was sent back and waits for that; nothing for one that stands. */
function StateTag({ submission }: { submission: Submission }) {
  const t = useTranslate();
  if (submission.replaced) return <Tag text={t('submission.replaced')} />;
  return submission.returnedAt ? <Tag text={t('submission.isReturned')} tone="watch" /> : null;
}

export function SubmissionList() {
  const t = useTranslate();
  const { period } = useDates();
  const field = (name: string) => t(`resources.submissions.fields.${name}`);
  const columns: Column<Submission>[] = [
    {
      label: field('period'),
      cell: (one) => (
        <TextLink key="period" to={`/submissions/${one.id}/show`}>
          {period(one.periodStart, one.periodEnd)}
        </TextLink>
      ),
      sort: 'periodStart',
      phone: 'heading',
    },
    { label: field('replaced'), cell: (one) => <StateTag submission={one} />, phone: 'end' },
    { label: field('projectId'), cell: (one) => one.projectName, phone: 'line' },
    { label: field('submittedAt'), cell: (one) => <InstantText value={one.submittedAt} />, sort: 'submittedAt' },
    { label: field('submittedByName'), cell: (one) => one.submittedByName, phone: 'none' },
  ];
  return (
    <ListPage
      resource="submissions"
      title={t('resources.submissions.name', { smart_count: 2 })}
      lead={t('submission.lead')}
      sort={{ field: 'periodStart', order: 'DESC' }}
      columns={columns}
      filters={<RecordInput source="projectId" reference="projects" />}
      empty={t('submission.none')}
    />
  );
}
