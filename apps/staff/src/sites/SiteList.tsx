import type { Site } from '@stegvis/contracts/sites/site';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { RecordInput } from '../inputs/RecordInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function SiteList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.sites.fields.${name}`);
  const columns: Column<Site>[] = [
    {
      label: field('name'),
      cell: (row) => (
        <TextLink key="name" to={`/sites/${row.id}`}>
          {row.name}
        </TextLink>
      ),
      sort: 'name',
      phone: 'heading',
    },
    { label: field('projectId'), cell: (row) => row.projectName, phone: 'line' },
    { label: field('organisationId'), cell: (row) => row.organisationName, phone: 'line' },
    { label: field('municipalityCode'), cell: (row) => row.municipalityCode ?? '–', phone: 'none' },
  ];
  return (
    <ListPage
      resource="sites"
      title={t('resources.sites.name', { smart_count: 2 })}
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="sites" verb="sites.change" />}
      search="ra.action.search"
      filters={[
        <RecordInput key="projectId" source="projectId" reference="projects" />,
        <RecordInput key="organisationId" source="organisationId" reference="organisations" />,
      ]}
    />
  );
}
