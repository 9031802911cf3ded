import { setTimeout as after } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/**
 * Milliseconds from beat to beat. Longer than what the database does for an id that is hidden and not for one that nobody has
 * (it looks up what the asker may see only when it meets a row), and too short for a person to notice.
 */
export const beat = 20;

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
