export { OpeningsModule } from './openings.module.js';
export { OpeningsService } from './openings.service.js';
