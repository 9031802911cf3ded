export { gauge, histogram } from './measures.js';
export { measurePool } from './pools.js';
export { MetricsServer } from './serve.js';
