import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { NewProject, Project, ProjectChange, ProjectFilters } from '@stegvis/contracts/projects/project';
import { type ExpectedVersion, type ListSpec, mustBeAt, occursIn, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { ProjectEntity } from './project.entity.js';

const projects: ListSpec = {
  rows: sqlBeside(import.meta.url, 'projects.sql'),
  sorts: { name: 'swedish', registrationNumber: 'plain', kind: 'plain', startDate: 'plain', endDate: 'plain', ownerName: 'swedish' },
  filters: { q: occursIn('name', 'registrationNumber') },
  order: { sort: 'name', order: 'ASC' },
};

@Injectable()
export class ProjectsService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: ProjectFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Project>> {
    return readPage(this.work, projects, filters, window, ids);
  }

  get(id: string): Promise<Project> {
    return readOne(this.work, projects, id);
  }

  create(draft: NewProject): Promise<Project> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(ProjectEntity, manager.create(ProjectEntity, draft));
      return this.get(id);
    });
  }

  change(id: string, change: ProjectChange, expected: ExpectedVersion): Promise<Project> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, ProjectEntity, id, expected.version, facts);
      return this.get(id);
    });
  }
}
