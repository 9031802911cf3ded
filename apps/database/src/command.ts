import 'reflect-metadata';
import { WrongIdentityKey } from '@stegvis/domain/participants';
import { accessLogCommand } from './commands/access-log/access-log.js';
import { CannotBeDone, type Command } from './commands/command.js';
import { demoCommand } from './commands/demo.js';
import { firstAdminCommand } from './commands/first-admin.js';
import { migrateCommand } from './commands/migrate.js';
import { scaleCommand } from './commands/scale.js';

const commands: Readonly<Record<string, Command>> = {
  migrate: migrateCommand,
  demo: demoCommand,
  'first-admin': firstAdminCommand,
  scale: scaleCommand,
  'access-log': accessLogCommand,
};

const [name = '', ...words] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(
    `Which command?\n${Object.entries(commands)
      .map(([known, { says }]) => `  ${known}: ${says}`)
      .join('\n')}`,
  );
  process.exitCode = 2;
} else {
  await command.run(words).catch((fault: unknown) => {
    console.error(sentenceOf(fault));
    process.exitCode = 1;
  });
}

/** What is known to go wrong is told in a sentence; only a fault of the program comes with its trace. */
function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const { code } = fault as { code?: string };
  if (fault instanceof CannotBeDone || fault instanceof WrongIdentityKey || code?.startsWith('ERR_PARSE_ARGS')) return fault.message;
  if (code === 'ECONNREFUSED') return 'The database cannot be reached: nothing answers at the address in DATABASE_URL.';
  if (code === '28P01' || code === '28000') return 'The database refuses the user or password in DATABASE_URL.';
  if (code === '3D000') return 'The database that DATABASE_URL names does not exist.';
  if (code === '42P01') return `${fault.message}: the database has no tables yet. Run "npm run migrate" first.`;
  return fault.stack ?? fault.message;
}
