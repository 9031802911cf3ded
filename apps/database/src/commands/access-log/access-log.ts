import { parseArgs } from 'node:util';
import { asOwner, CannotBeDone, type Command } from '../command.js';
import { makeAnchor, readAnchor, writeAnchor } from './anchor.js';
import { verify } from './verify.js';

export const accessLogCommand: Command = {
  says: 'verify: looks whether the access log was changed (--anchor <file>: also since that was made); anchor: writes how far its chains have come (--to <file>), to be kept elsewhere',
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { anchor: { type: 'string' }, to: { type: 'string' } },
    });
    const deed = deeds[positionals[0] ?? ''];
    if (!deed || positionals.length > 1) throw new CannotBeDone('Say verify or anchor: npm run access-log -- verify');
    await deed(values);
  },
};

const deeds: Readonly<Record<string, (values: { anchor?: string; to?: string }) => Promise<void>>> = {
  anchor: async ({ to }) => {
    const file = to ?? `access-log-anchor-${new Date().toISOString().slice(0, 10)}.json`;
    const anchor = await asOwner(makeAnchor);
    await writeAnchor(file, anchor);
    console.log(`${file}: ${anchor.chains.length} chains. Keep it where nobody who administers the database can change it.`);
  },
  verify: async ({ anchor }) => {
    const known = anchor ? await readAnchor(anchor) : undefined;
    const { faults, tails, events } = await asOwner((source) => verify(source, known));
    for (const tail of tails) console.log(tail);
    if (faults.length > 0) throw new CannotBeDone(faults.join('\n'));
    console.log(`${events} events, and every chain is whole.`);
  },
};
