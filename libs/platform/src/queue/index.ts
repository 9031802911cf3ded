export { openQueue, type QueueConnection } from './connection.js';
export { QueueModule } from './queue.module.js';
export { Queues, type Schedule } from './queues.js';
export { redisServer } from './redis-server.js';
export { queueConnection } from './tokens.js';
export { workerRules } from './worker-rules.js';
