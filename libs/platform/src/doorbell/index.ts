export { jobNames, jobs, type Bell, type JobIds, type JobName } from './jobs.js';
export { DoorbellListener } from './listen.js';
export { cleanBells, relayBells, type Ring } from './relay-bells.js';
export { ring } from './ring.js';
