import 'reflect-metadata';
import { ownerSource } from './data-source.js';
import { migrate } from './migrate.js';

/** One command of this program: what it does with the rest of the line. */
type Command = (args: string[]) => Promise<void>;

const commands: Record<string, Command> = {
  migrate: async () => {
    const source = await ownerSource().initialize();
    try {
      const done = await migrate(source);
      console.log(done.length === 0 ? 'The database is up to date.' : `The database was migrated: ${done.length} steps.`);
    } finally {
      await source.destroy();
    }
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Which command? One of: ${Object.keys(commands).join(', ')}`);
  process.exitCode = 2;
} else {
  await command(args).catch((fault: unknown) => {
    console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);
    process.exitCode = 1;
  });
}
