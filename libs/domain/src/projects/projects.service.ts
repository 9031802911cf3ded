import { Injectable } from '@nestjs/common';
import type { NewProject, Project, ProjectChange, ProjectFilters } from '@stegvis/contracts/projects/project';
import { occursIn, Register, type RegisterOf, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { ProjectEntity } from './project.entity.js';

const projects: RegisterOf<ProjectEntity> = {
  entity: ProjectEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'projects.sql'),
    sorts: { name: 'swedish', registrationNumber: 'plain', kind: 'plain', startDate: 'plain', endDate: 'plain', ownerName: 'swedish' },
    filters: { q: occursIn('name', 'registrationNumber') },
    order: { sort: 'name', order: 'ASC' },
  },
};

/** The register of projects. */
@Injectable()
export class ProjectsService extends Register<ProjectEntity, Project, NewProject, ProjectChange, ProjectFilters> {
  constructor(work: UnitOfWork) {
    super(work, projects);
  }
}
