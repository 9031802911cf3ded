import Typography from '@mui/material/Typography';
import { roles } from '@stegvis/contracts/permissions/permissions';
import { assignmentStates } from '@stegvis/contracts/permissions/second-person';
import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { useGetList, useGetManyAggregate, useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { listPath } from '../fields/listPath';
import { Tag } from '../fields/Tag';
import { TextLink } from '../fields/TextLink';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { AddButton } from '../layout/AddButton';
import { ListPage } from '../layout/ListPage';
import type { Column } from '../layout/RowList';
import { Decide, WaitsFor } from './Decide';

export function RoleAssignmentList() {
  const t = useTranslate();
  const field = (name: string) => t(`resources.role-assignments.fields.${name}`);
  const columns: Column<RoleAssignment>[] = [
    {
      label: field('staffId'),
      cell: (row) =>
        row.state === 'waiting' ? (
          row.staffName
        ) : (
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
    {
      label: field('state'),
      cell: (row) => (row.state === 'waiting' ? <Waits row={row} /> : <Tag text={t('codes.assignmentState.given')} />),
      sort: 'state',
      phone: 'line',
    },
    { label: t('layout.actions'), cell: (row) => row.state === 'waiting' && <Decide row={row} />, phone: 'end' },
  ];
  return (
    <ListPage
      resource="role-assignments"
      title={t('resources.role-assignments.name', { smart_count: 2 })}
      lead={<WaitingCount />}
      sort={{ field: 'staffName', order: 'ASC' }}
      columns={columns}
      actions={<AddButton resource="role-assignments" verb="role-assignments.change" />}
      filters={[
        <RecordInput key="staffId" source="staffId" reference="staff" />,
        <CodeInput key="role" source="role" list="role" codes={roles} helperText={false} />,
        <CodeInput key="state" source="state" list="assignmentState" codes={assignmentStates} helperText={false} />,
        <RecordInput key="projectId" source="projectId" reference="projects" />,
      ]}
    />
  );
}

/** How many roles wait, and the way to them: nobody looks for what they do not know of. */
function WaitingCount() {
  const t = useTranslate();
  const { total } = useGetList<RoleAssignment>('role-assignments', { filter: { state: 'waiting' }, pagination: { page: 1, perPage: 1 } });
  if (!total) return null;
  return (
    <>
      {t('roleTakesTwo.waitingCount', { smart_count: total })}{' '}
      <TextLink to={listPath('role-assignments', { state: 'waiting' })}>{t('roleTakesTwo.showWaiting')}</TextLink>
    </>
  );
}

function Waits({ row }: { row: RoleAssignment }) {
  const t = useTranslate();
  return (
    <>
      <Tag text={t('codes.assignmentState.waiting')} tone="watch" />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        <WaitsFor row={row} />
      </Typography>
    </>
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
