export { faultFields } from './fault.js';
export { log } from './log.js';
export { NestLog } from './nest-log.js';
