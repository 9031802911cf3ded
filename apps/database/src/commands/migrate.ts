import { migrate } from '../migrate.js';
import { asOwner, type Command } from './command.js';

export const migrateCommand: Command = {
  says: 'brings the database to the newest schema',
  run: async () => {
    const done = await asOwner(migrate);
    console.log(done.length === 0 ? 'The database is up to date.' : `The database was migrated: ${done.length} steps.`);
  },
};
