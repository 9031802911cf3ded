export { StagePeriodEntity } from './stage-period.entity.js';
export { StagePeriodsModule } from './stage-periods.module.js';
export { StagePeriodsService } from './stage-periods.service.js';
