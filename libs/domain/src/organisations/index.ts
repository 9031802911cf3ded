export { OrganisationEntity } from './organisation.entity.js';
export { OrganisationsModule } from './organisations.module.js';
export { OrganisationsService } from './organisations.service.js';
