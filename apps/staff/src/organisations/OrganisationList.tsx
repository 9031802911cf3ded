import { organisationKinds } from '@stegvis/contracts/organisations/codes';
import type { Organisation } from '@stegvis/contracts/organisations/organisation';
import { useTranslate } from 'react-admin';
import { TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function OrganisationList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.organisations.fields.${name}`);
  const columns: Column<Organisation>[] = [
    {
      label: field('name'),
      cell: (row) => (
        <TextLink key="name" to={`/organisations/${row.id}`}>
          {row.name}
        </TextLink>
      ),
      sort: 'name',
      phone: 'heading',
    },
    { label: field('kind'), cell: (row) => t(`codes.organisationKind.${row.kind}`), sort: 'kind', phone: 'line' },
    { label: field('orgNumber'), cell: (row) => row.orgNumber ?? '–' },
    { label: field('municipalityCode'), cell: (row) => row.municipalityCode ?? '–', phone: 'none' },
  ];
  return (
    <ListPage
      resource="organisations"
      title={t('resources.organisations.name', { smart_count: 2 })}
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="organisations" verb="organisations.change" />}
      search="ra.action.search"
      filters={[<CodeInput key="kind" source="kind" list="organisationKind" codes={organisationKinds} helperText={false} />]}
    />
  );
}
