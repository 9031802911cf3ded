import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { NewProject, Project, ProjectChange, ProjectFilters } from '@stegvis/contracts/projects/project';
import { ProjectsService } from '@stegvis/domain/projects';
import type { ExpectedVersion } from '@stegvis/platform/postgres';
import { Allow } from '../auth/allow.js';
import { FilteredBy, type ListQuery, Query } from '../input/list-query.js';
import { FromVersion, RecordId } from '../input/parameters.js';
import { RespondsWith, RespondsWithList } from '../responses/responds-with.js';

@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @Allow('projects.read')
  @FilteredBy(ProjectFilters)
  @RespondsWithList(Project)
  list(@Query(ProjectFilters) { filters, window, ids }: ListQuery<ProjectFilters>) {
    return this.projects.list(filters, window, ids);
  }

  @Get(':id')
  @Allow('projects.read')
  @RespondsWith(Project)
  get(@RecordId() id: string) {
    return this.projects.get(id);
  }

  @Post()
  @HttpCode(201)
  @Allow('projects.change')
  @RespondsWith(Project)
  create(@Body() draft: NewProject) {
    return this.projects.create(draft);
  }

  @Put(':id')
  @Allow('projects.change')
  @RespondsWith(Project)
  change(@RecordId() id: string, @Body() change: ProjectChange, @FromVersion() expected: ExpectedVersion) {
    return this.projects.change(id, change, expected);
  }
}
