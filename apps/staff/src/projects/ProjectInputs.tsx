import Typography from '@mui/material/Typography';
import { projectKinds } from '@stegvis/contracts/projects/codes';
import { DateInput, NumberInput, required, TextInput, useTranslate } from 'react-admin';
import { CodeInput } from '../inputs/CodeInput';
import { RecordInput } from '../inputs/RecordInput';

export function ProjectInputs({ changing = false }: { changing?: boolean }) {
  return (
    <>
      <TextInput source="name" validate={required()} helperText={false} />
      <TextInput source="registrationNumber" validate={required()} helperText={false} />
      <CodeInput source="kind" list="projectKind" codes={projectKinds} needed helperText={false} />
      {!changing && <RecordInput source="ownerId" reference="organisations" needed />}
      <DateInput source="startDate" validate={required()} helperText={false} />
      <DateInput source="endDate" validate={required()} helperText={false} />
      <TextInput source="realPeriod" helperText="admin.realPeriodHint" />
      <Part title="admin.followUps" />
      <NumberInput source="contactWithinDays" min={7} max={365} validate={required()} helperText="admin.contactHint" />
      <NumberInput source="entryFactsWithinDays" min={0} max={90} validate={required()} helperText="admin.entryFactsHint" />
      <Part title="admin.funding" />
      <TextInput source="fund" helperText={false} />
      <TextInput source="programme" helperText={false} />
      <TextInput source="programmeArea" helperText={false} />
      <TextInput source="specificObjective" helperText={false} />
      <TextInput source="interventionType" helperText={false} />
      <NumberInput source="budgetSek" min={0} helperText={false} />
      <NumberInput source="grantSek" min={0} helperText={false} />
      <NumberInput source="euCofinancingRate" min={0} max={100} helperText={false} />
      <TextInput source="nuts2" helperText={false} />
    </>
  );
}

function Part({ title }: { title: string }) {
  const t = useTranslate();
  return (
    <Typography variant="h2" sx={{ mt: 3 }}>
      {t(title)}
    </Typography>
  );
}
