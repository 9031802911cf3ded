export { TargetEntity } from './target.entity.js';
export { TargetsModule } from './targets.module.js';
export { TargetsService } from './targets.service.js';
