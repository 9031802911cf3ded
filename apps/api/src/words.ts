import type { Type } from '@nestjs/common';
import { OrganisationEntity, OrganisationsModule } from '@stegvis/domain/organisations';
import { ProjectEntity, ProjectsModule } from '@stegvis/domain/projects';
import { SiteEntity, SitesModule } from '@stegvis/domain/sites';
import { RoleAssignmentEntity, StaffEntity, StaffModule } from '@stegvis/domain/staff';
import { TargetEntity, TargetsModule } from '@stegvis/domain/targets';
import { WorkerStatusModule } from '@stegvis/domain/worker-status';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ProjectsController } from './projects/projects.controller.js';
import { SitesController } from './sites/sites.controller.js';
import { RoleAssignmentsController } from './staff/role-assignments.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { TargetsController } from './targets/targets.controller.js';
import { WorkerStatusController } from './worker-status/worker-status.controller.js';

/** A word of the domain as the API serves it. */
interface Word {
  controllers: Type[];
  module: Type;
  entities: Type[];
}

/** Every word that the API serves: one line each. */
export const words: readonly Word[] = [
  { module: OrganisationsModule, controllers: [OrganisationsController], entities: [OrganisationEntity] },
  { module: ProjectsModule, controllers: [ProjectsController], entities: [ProjectEntity] },
  { module: SitesModule, controllers: [SitesController], entities: [SiteEntity] },
  { module: TargetsModule, controllers: [TargetsController], entities: [TargetEntity] },
  { module: StaffModule, controllers: [StaffController, RoleAssignmentsController], entities: [StaffEntity, RoleAssignmentEntity] },
  { module: WorkerStatusModule, controllers: [WorkerStatusController], entities: [] },
];
