import { genders } from '@stegvis/contracts/participants/codes';
import { targetIndicators } from '@stegvis/contracts/targets/codes';
import type { Target } from '@stegvis/contracts/targets/target';
import { DateInput, NumberInput, required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { EditPage } from '../layout/EditPage';

function TargetInputs() {
  const projectId = useWatch({ name: 'projectId' }) as string | undefined;
  return (
    <>
      <CodeInput source="indicator" list="targetIndicator" codes={targetIndicators} needed helperText={false} />
      <NumberInput source="value" min={0} validate={required()} helperText={false} />
      {projectId && <RecordInput source="siteId" reference="sites" filter={{ projectId }} />}
      <CodeInput source="gender" list="gender" codes={genders} helperText="admin.genderHint" />
      <DateInput source="startDate" helperText="admin.periodHint" />
      <DateInput source="endDate" helperText={false} />
    </>
  );
}

export function TargetCreate() {
  const t = useTranslate();
  return (
    <CreatePage resource="targets" title={t('resources.targets.add')} redirect="list">
      <RecordInput source="projectId" reference="projects" needed />
      <TargetInputs />
    </CreatePage>
  );
}

export function TargetEdit() {
  const t = useTranslate();
  return (
    <EditPage<Target>
      resource="targets"
      title={({ indicator }) => t(`codes.targetIndicator.${indicator}`)}
      lead={({ projectName }) => projectName}
      redirect="list"
    >
      <TargetInputs />
    </EditPage>
  );
}
