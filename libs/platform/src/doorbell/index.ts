export { type JobIds, type JobName, jobNames, jobs } from './jobs.js';
export { DoorbellListener } from './listen.js';
export { cleanBells, type Ring, relayBells } from './relay-bells.js';
