import { parseArgs } from 'node:util';
import { databaseUrl, loadSecrets, settings } from '@stegvis/platform/settings';
import { asOwner, CannotBeDone, type Command } from './command.js';

export const demoCommand: Command = {
  says: 'loads the demo world anew (--if-empty: only into an empty database; --force: whatever the database holds)',
  run: async (words) => {
    const { values: options } = parseArgs({
      args: words,
      options: { 'if-empty': { type: 'boolean' }, force: { type: 'boolean' }, seed: { type: 'string' } },
    });
    if (options['if-empty'] && settings().STEGVIS_DEMO === 'off') return console.log('STEGVIS_DEMO is off: the demo world is not loaded.');
    // Loaded only when it is needed: most starts find a database that is not empty.
    const { loadDemo, holdingOf } = await import('../demo/load-demo.js');
    await asOwner(async (source) => {
      const holding = await holdingOf(source);
      if (options['if-empty'] && holding !== 'nothing') return console.log(`The database holds ${holding} already: nothing is loaded.`);
      if (holding === 'something else' && !options.force) {
        throw new CannotBeDone('The database holds something else than the demo world, and loading it would remove that. Say --force to lose it.');
      }
      const urls = { report: databaseUrl('report'), api: databaseUrl('api') };
      const loaded = await loadDemo(source, { password: settings().DEMO_PASSWORD, identityKey: loadSecrets().identityKey, urls, seed: options.seed });
      console.log(`The demo world is loaded: ${loaded.participants} participants, ${loaded.meetings} meetings.`);
    });
  },
};
