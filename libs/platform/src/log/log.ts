import pino, { type DestinationStream } from 'pino';
import { request } from '../postgres/asker.js';
import { settings } from '../settings/index.js';

/** What may be logged: ids, names of jobs, codes and counts. Any other field is left out, whatever it holds. */
const allowed = new Set([
  ...['requestId', 'job', 'jobId', 'attempt', 'queue', 'subjectId', 'runId', 'bell', 'context', 'port'],
  ...['fault', 'code', 'constraint', 'at'],
  ...['built', 'removed', 'relayed', 'forgotten', 'looked', 'made', 'cleared', 'moved'],
]);

/** A log of JSON lines, each with the id of the request or job. Messages are sentences of the program, never put together from data. */
export function makeLog(destination?: DestinationStream) {
  const options: pino.LoggerOptions = {
    level: settings().LOG_LEVEL,
    mixin: () => {
      const current = request.getStore();
      return current ? { requestId: current.requestId, ...(current.asker?.job && { job: current.asker.job }) } : {};
    },
    formatters: { log: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The log of this process. */
export const log = makeLog();
