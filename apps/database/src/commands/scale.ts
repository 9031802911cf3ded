import { parseArgs } from 'node:util';
import { settings } from '@stegvis/platform/settings';
import { CannotBeDone, type Command } from './command.js';

export const scaleCommand: Command = {
  says: 'adds many people with two years of meetings, in a project of their own (--participants 100000; --seed; --again: more of them; --lanes: batches side by side)',
  run: async (words) => {
    const { values } = parseArgs({
      args: words,
      options: { participants: { type: 'string' }, seed: { type: 'string' }, again: { type: 'boolean' }, lanes: { type: 'string' } },
    });
    const participants = whole('--participants', values.participants ?? '100000', 10_000_000);
    const lanes = whole('--lanes', values.lanes ?? '2', 8);
    const { DATABASE_URL: url } = settings();
    if (!url) throw new CannotBeDone('DATABASE_URL is not set: which PostgreSQL database is it?');
    const { loadScale } = await import('../scale/load-scale.js');
    const since = performance.now();
    const loaded = await loadScale({ url, participants, lanes, seed: values.seed, again: values.again, say: (sentence) => console.log(sentence) });
    console.log(
      `${loaded.participants} participants and ${loaded.meetings} meetings are there, in ${Math.round((performance.now() - since) / 1000)} s.`,
    );
  },
};

function whole(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new CannotBeDone(`${option} must be a whole number from 1 to ${most}.`);
  return number;
}
