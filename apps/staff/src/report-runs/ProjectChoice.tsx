import { required, SelectInput } from 'react-admin';

export function ProjectChoice({ projects }: { projects: readonly { id: string; name: string }[] }) {
  return <SelectInput source="projectId" choices={[...projects]} translateChoice={false} validate={required()} helperText={false} />;
}
