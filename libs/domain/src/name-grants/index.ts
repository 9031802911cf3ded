export { NameGrantEntity } from './name-grant.entity.js';
export { NameGrantsModule } from './name-grants.module.js';
export { NameGrantsService } from './name-grants.service.js';
