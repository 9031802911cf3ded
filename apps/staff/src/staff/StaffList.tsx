import { roles } from '@stegvis/contracts/permissions/permissions';
import type { Staff } from '@stegvis/contracts/staff/staff';
import { useTranslate } from 'react-admin';
import { Tag } from '../fields/Tag';
import { TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function StaffList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.staff.fields.${name}`);
  const columns: Column<Staff>[] = [
    {
      label: field('name'),
      cell: (row) => (
        <TextLink key="name" to={`/staff/${row.id}`}>
          {row.name}
        </TextLink>
      ),
      sort: 'name',
      phone: 'heading',
    },
    { label: field('email'), cell: (row) => row.email, sort: 'email', phone: 'line' },
    { label: field('language'), cell: (row) => t(`codes.language.${row.language}`), phone: 'none' },
    {
      label: field('active'),
      cell: (row) => <Tag text={t(row.active ? 'admin.active' : 'admin.inactive')} tone={row.active ? 'good' : 'neutral'} />,
      phone: 'end',
    },
  ];
  return (
    <ListPage
      resource="staff"
      title={t('resources.staff.name', { smart_count: 2 })}
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="staff" verb="staff.change" />}
      search="ra.action.search"
      filters={[
        <CodeInput key="role" source="role" label="resources.role-assignments.fields.role" list="role" codes={roles} helperText={false} />,
        <RecordInput key="siteId" source="siteId" label="resources.sites.one" reference="sites" />,
      ]}
    />
  );
}
