import { setTimeout as after } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/**
 * Milliseconds from beat to beat. For an id that is hidden the database does more than for one that nobody has, since PostgreSQL looks up
 * what the asker may see only when it meets a row: up to some 1.5 ms more (measured, with what the asker sees worked out anew). A refusal
 * takes a few milliseconds in all; by this beat it is ready also on a busy machine, and nobody notices the wait.
 */
export const beat = 40;

/**
 * Waits for the next beat since the request came in. What is not there, or not to be seen, is answered then: how long the
 * answer took says nothing of what was done for it.
 */
export const untilTheBeat = ({ elapsedTime }: Pick<FastifyReply, 'elapsedTime'>): Promise<void> => after(beat - (elapsedTime % beat));

/** Whether an answer shows nothing of what was asked for: an empty page, or lists that are all empty. */
export function showsNothing(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const lists = 'rows' in answer ? [answer.rows] : Object.values(answer);
  return lists.length > 0 && lists.every((list) => Array.isArray(list) && list.length === 0);
}
