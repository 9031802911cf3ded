import { projectKinds } from '@stegvis/contracts/projects/codes';
import type { Project } from '@stegvis/contracts/projects/project';
import { useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function ProjectList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.projects.fields.${name}`);
  const columns: Column<Project>[] = [
    {
      label: field('name'),
      cell: (row) => (
        <TextLink key="name" to={`/projects/${row.id}`}>
          {row.name}
        </TextLink>
      ),
      sort: 'name',
      phone: 'heading',
    },
    { label: field('registrationNumber'), cell: (row) => row.registrationNumber, sort: 'registrationNumber', phone: 'line' },
    { label: field('kind'), cell: (row) => t(`codes.projectKind.${row.kind}`), sort: 'kind', phone: 'line' },
    { label: field('ownerId'), cell: (row) => row.ownerName },
    { label: field('startDate'), cell: (row) => <DateText value={row.startDate} />, sort: 'startDate', phone: 'none' },
    { label: field('endDate'), cell: (row) => <DateText value={row.endDate} />, sort: 'endDate', phone: 'none' },
  ];
  return (
    <ListPage
      resource="projects"
      title={t('resources.projects.name', { smart_count: 2 })}
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="projects" verb="projects.change" />}
      search="ra.action.search"
      filters={[<CodeInput key="kind" source="kind" list="projectKind" codes={projectKinds} helperText={false} />]}
    />
  );
}
