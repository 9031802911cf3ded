import type { Site } from '@stegvis/contracts/sites/site';
import { required, TextInput, useTranslate } from 'react-admin';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { EditPage } from '../layout/EditPage';

function SiteInputs() {
  return (
    <>
      <TextInput source="name" validate={required()} helperText={false} />
      <TextInput source="municipalityCode" helperText="admin.municipalityHint" />
    </>
  );
}

/** Project and organisation are settled when the site is made: every case there belongs to them. */
export function SiteCreate() {
  const t = useTranslate();
  return (
    <CreatePage resource="sites" title={t('resources.sites.add')} redirect="list">
      <RecordInput source="projectId" reference="projects" needed />
      <RecordInput source="organisationId" reference="organisations" needed />
      <SiteInputs />
    </CreatePage>
  );
}

export function SiteEdit() {
  return (
    <EditPage<Site>
      resource="sites"
      title={({ name }) => name}
      lead={({ projectName, organisationName }) => `${projectName} · ${organisationName}`}
      redirect="list"
    >
      <SiteInputs />
    </EditPage>
  );
}
