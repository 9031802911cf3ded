export { WorkerStatusModule } from './worker-status.module.js';
export { WorkerStatusService } from './worker-status.service.js';
