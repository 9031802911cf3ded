import { targetIndicators } from '@stegvis/contracts/targets/codes';
import type { Target } from '@stegvis/contracts/targets/target';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { useDates } from '../fields/useDates';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function TargetList() {
  const t = useTranslate();
  const { number, period } = useDates();
  const field = (name: string) => t(`resources.targets.fields.${name}`);
  const columns: Column<Target>[] = [
    {
      label: field('indicator'),
      cell: (row) => (
        <TextLink key="indicator" to={`/targets/${row.id}`}>
          {t(`codes.targetIndicator.${row.indicator}`)}
        </TextLink>
      ),
      sort: 'indicator',
      phone: 'heading',
    },
    { label: field('projectId'), cell: (row) => row.projectName, phone: 'line' },
    { label: field('siteId'), cell: (row) => row.siteName ?? t('dashboard.wholeProject'), phone: 'line' },
    { label: field('gender'), cell: (row) => (row.gender ? t(`codes.genderPlural.${row.gender}`) : t('dashboard.everybody')), phone: 'line' },
    {
      label: t('dashboard.period'),
      cell: (row) => (row.startDate && row.endDate ? period(row.startDate, row.endDate) : t('dashboard.wholePeriod')),
      phone: 'line',
    },
    { label: field('value'), cell: (row) => number(row.value), sort: 'value', number: true, phone: 'end' },
  ];
  return (
    <ListPage
      resource="targets"
      title={t('resources.targets.name', { smart_count: 2 })}
      sort={{ field: 'indicator', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="targets" verb="targets.change" />}
      filters={[
        <RecordInput key="projectId" source="projectId" reference="projects" />,
        <RecordInput key="siteId" source="siteId" reference="sites" />,
        <CodeInput key="indicator" source="indicator" list="targetIndicator" codes={targetIndicators} helperText={false} />,
      ]}
    />
  );
}
