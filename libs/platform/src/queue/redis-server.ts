import { Redis } from 'ioredis';
import type { Server } from '../servers/index.js';

/** What Redis says, before anything else, when it will not have us; all other faults are those of a server that is not up. */
const refuses = /^(NOAUTH|WRONGPASS|NOPERM|ERR )/;

/** Redis at this address. One that still loads its data is not up yet. */
export const redisServer = (url: string): Server => ({
  name: 'Redis',
  ask: async () => {
    const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000, enableReadyCheck: false });
    let lost: unknown;
    redis.on('error', (fault) => {
      lost = fault;
    });
    try {
      await redis.connect();
      await redis.ping();
    } catch (fault) {
      // What it lost the connection by says more than that it is closed.
      throw lost ?? fault;
    } finally {
      redis.disconnect();
    }
  },
  passes: (fault) => !(fault instanceof Error && refuses.test(fault.message)),
});
