import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

const say = (message: unknown, context: unknown): [object, string] => [{ context }, String(message)];

/** Nest's own messages in our log; its start-up chatter is for debugging. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: unknown): void {
    log.debug(...say(message, context));
  }
  warn(message: unknown, context?: unknown): void {
    log.warn(...say(message, context));
  }
  error(message: unknown, ...rest: unknown[]): void {
    log.error(...say(message, rest));
  }
}
