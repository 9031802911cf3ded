import pino from 'pino';
import { request } from '../postgres/asker.js';
import { settings } from '../settings/index.js';

/**
 * The log: JSON lines, each with the id of the request or job. What is logged is ids, names of jobs and routes, codes
 * and counts; never a name, a number, a note or the parameters of a statement.
 */
export const log = pino({
  level: settings().LOG_LEVEL,
  mixin: () => {
    const current = request.getStore();
    return current ? { requestId: current.requestId, ...(current.asker?.job && { job: current.asker.job }) } : {};
  },
});
