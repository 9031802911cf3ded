import type { Project } from '@stegvis/contracts/projects/project';
import { EditPage } from '../layout/EditPage';
import { ProjectInputs } from './ProjectInputs';

export function ProjectEdit() {
  return (
    <EditPage<Project> resource="projects" title={({ name }) => name} lead={({ ownerName }) => ownerName} redirect="list">
      <ProjectInputs changing />
    </EditPage>
  );
}
