import Alert from '@mui/material/Alert';
import { type Role, roles } from '@stegvis/contracts/permissions/permissions';
import { scopeOfRole } from '@stegvis/contracts/permissions/scopes';
import { takesTwo } from '@stegvis/contracts/permissions/second-person';
import type { RoleAssignment } from '@stegvis/contracts/staff/staff';
import { BooleanInput, DateInput, required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { today } from '../fields/dates';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { EditPage } from '../layout/EditPage';
import { useAccount } from '../useMay';
import { Scope } from './RoleAssignmentList';
import { WhoConfirms } from './WhoConfirms';

/** Only the scope that the role is held over is sent. */
function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const scope = scopeOfRole[values.role as Role];
  const only = (kind: typeof scope, id: unknown) => (scope === kind ? id : null);
  return {
    ...values,
    projectId: only('project', values.projectId),
    siteId: only('site', values.siteId),
    organisationId: only('organisation', values.organisationId),
    mayOpen: values.role === 'coach' && values.mayOpen === true,
  };
}

export function RoleAssignmentCreate() {
  const t = useTranslate();
  return (
    <CreatePage
      resource="role-assignments"
      title={t('resources.role-assignments.add')}
      defaultValues={{ validFrom: today() }}
      bodyOf={bodyOf}
      redirect="list"
    >
      <RecordInput source="staffId" reference="staff" needed />
      <CodeInput source="role" list="role" codes={roles} needed helperText={false} />
      <ScopeInput />
      <MayOpenInput />
      <Dates />
      <TakesTwo />
    </CreatePage>
  );
}

/** Says before it is saved that somebody else has to confirm, and who can. */
function TakesTwo() {
  const t = useTranslate();
  const giverId = useAccount()?.id;
  const [role, mayOpen, staffId] = useWatch({ name: ['role', 'mayOpen', 'staffId'] }) as [Role | undefined, boolean | undefined, string | undefined];
  if (!role || !takesTwo({ role, mayOpen: role === 'coach' && mayOpen === true })) return null;
  return (
    <Alert severity="info" sx={{ mt: 1 }}>
      {t('roleTakesTwo.consequence')} <WhoConfirms giverId={giverId} staffId={staffId} />
    </Alert>
  );
}

function ScopeInput() {
  const role = useWatch({ name: 'role' }) as Role | undefined;
  const scope = role && scopeOfRole[role];
  if (scope === 'site') return <RecordInput source="siteId" reference="sites" needed />;
  if (scope === 'project') return <RecordInput source="projectId" reference="projects" needed />;
  if (scope === 'organisation') return <RecordInput source="organisationId" reference="organisations" needed />;
  return null;
}

/** Whoever leads a site may anyhow. */
function MayOpenInput() {
  const role = useWatch({ name: 'role' }) as Role | undefined;
  return role === 'coach' ? <BooleanInput source="mayOpen" helperText={false} /> : null;
}

function Dates() {
  return (
    <>
      <DateInput source="validFrom" validate={required()} helperText={false} />
      <DateInput source="validTo" helperText="admin.validToHint" />
    </>
  );
}

/** Who, what and where are settled; a role is ended by its last day. */
export function RoleAssignmentEdit() {
  const t = useTranslate();
  const lead = (row: RoleAssignment) => (
    <>
      {t(`codes.role.${row.role}`)} · <Scope row={row} />
    </>
  );
  return (
    <EditPage<RoleAssignment> resource="role-assignments" title={({ staffName }) => staffName} lead={lead} redirect="list">
      <MayOpenInput />
      <Dates />
    </EditPage>
  );
}
