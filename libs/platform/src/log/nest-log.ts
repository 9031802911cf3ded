import type { LoggerService } from '@nestjs/common';
import { faultFields } from './fault.js';
import { log } from './log.js';

/**
 * Nest's own messages in our log; its start-up chatter is for debugging. Of an error, however Nest hands it over, only
 * what `faultFields` lets through is kept.
 */
export class NestLog implements LoggerService {
  log(message: unknown, context?: unknown): void {
    log.debug({ context }, said(message));
  }
  warn(message: unknown, context?: unknown): void {
    log.warn({ context }, said(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const fault = [message, ...rest].find((one) => one instanceof Error);
    // Nest gives the stack before the context, as a string.
    const context = rest.findLast((one) => typeof one === 'string' && !one.includes('\n'));
    log.error({ context, ...(fault !== undefined && faultFields(fault)) }, said(message));
  }
}

const said = (message: unknown) => (typeof message === 'string' ? (message.split('\n')[0] ?? '') : 'a fault in the framework');
