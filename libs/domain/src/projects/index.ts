export { ProjectEntity } from './project.entity.js';
export { ProjectsModule } from './projects.module.js';
export { ProjectsService } from './projects.service.js';
