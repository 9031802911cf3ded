import { useTranslate } from 'react-admin';
import { CreatePage } from '../layout/CreatePage';
import { ProjectInputs } from './ProjectInputs';

export function ProjectCreate() {
  const t = useTranslate();
  return (
    <CreatePage
      resource="projects"
      title={t('resources.projects.add')}
      redirect="list"
      defaultValues={{ kind: 'individual-support', contactWithinDays: 21, entryFactsWithinDays: 14 }}
    >
      <ProjectInputs />
    </CreatePage>
  );
}
