import { roles } from '@stegvis/contracts/permissions/permissions';
import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { useGetManyAggregate, useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';

export function RoleAssignmentList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.role-assignments.fields.${name}`);
  const columns: Column<RoleAssignment>[] = [
    {
      label: field('staffId'),
      cell: (row) => (
        <TextLink key="name" to={`/role-assignments/${row.id}`}>
          {row.staffName}
        </TextLink>
      ),
      sort: 'staffName',
      phone: 'heading',
    },
    { label: field('role'), cell: (row) => t(`codes.role.${row.role}`), sort: 'role', phone: 'line' },
    { label: field('scope'), cell: (row) => <Scope row={row} />, phone: 'line' },
    { label: field('validFrom'), cell: (row) => <DateText value={row.validFrom} />, sort: 'validFrom' },
    { label: field('validTo'), cell: (row) => <DateText value={row.validTo} />, sort: 'validTo' },
  ];
  return (
    <ListPage
      resource="role-assignments"
      title={t('resources.role-assignments.name', { smart_count: 2 })}
      sort={{ field: 'staffName', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="role-assignments" verb="role-assignments.change" />}
      filters={[
        <RecordInput key="staffId" source="staffId" reference="staff" />,
        <CodeInput key="role" source="role" list="role" codes={roles} helperText={false} />,
        <RecordInput key="projectId" source="projectId" reference="projects" />,
      ]}
    />
  );
}

/** What the role is held over, and where that is kept; no id for the whole installation. */
function placeOf({ siteId, projectId, organisationId }: RoleAssignment): [resource: string, id: string | null] {
  if (siteId) return ['sites', siteId];
  if (organisationId) return ['organisations', organisationId];
  return ['projects', projectId];
}

/** Where the role holds. */
export function Scope({ row }: { row: RoleAssignment }) {
  const t = useTranslate();
  const [resource, id] = placeOf(row);
  const { data } = useGetManyAggregate<{ id: string; name: string }>(resource, { ids: id ? [id] : [] }, { enabled: id !== null });
  return <>{id === null ? t('admin.everywhere') : (data?.[0]?.name ?? '…')}</>;
}
