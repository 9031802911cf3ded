import type { DataSource } from 'typeorm';
import { gauge } from './measures.js';

/** What pg's pool tells of itself. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

const pools = new Map<string, Pool>();

gauge('stegvis_pool_connections', 'Open database connections', ['pool', 'state'], (own) => {
  for (const [pool, { totalCount, idleCount }] of pools) {
    own.set({ pool, state: 'used' }, totalCount - idleCount);
    own.set({ pool, state: 'idle' }, idleCount);
  }
});
gauge('stegvis_pool_waiting', 'Requests and jobs that wait for a database connection', ['pool'], (own) => {
  for (const [pool, { waitingCount }] of pools) own.set({ pool }, waitingCount);
});

/** Measures the connections of an open database, under the name of the role that it works as. */
export function measurePool(pool: string, source: DataSource): void {
  pools.set(pool, (source.driver as unknown as { master: Pool }).master);
}
