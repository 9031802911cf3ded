import { parseArgs } from 'node:util';
import { loadSecrets, settings } from '@stegvis/platform/settings';
import { rememberKey } from '../identity-key.js';
import { asOwner, CannotBeDone, type Command } from './command.js';

export const demoCommand: Command = {
  says: 'loads the demo world anew (--if-empty: only into an empty database; --force: whatever the database holds)',
  run: async (words) => {
    const { values: options } = parseArgs({
      args: words,
      options: { 'if-empty': { type: 'boolean' }, force: { type: 'boolean' }, seed: { type: 'string' } },
    });
    const { STEGVIS_DEMO, DEMO_PASSWORD: password } = settings();
    if (options['if-empty'] && STEGVIS_DEMO === 'off') return console.log('STEGVIS_DEMO is off: the demo world is not loaded.');
    const { loadDemo } = await import('../demo/load-demo.js');
    const loaded = await asOwner(async (source) => {
      const done = await loadDemo(source, {
        password,
        identityKey: loadSecrets().identityKey,
        seed: options.seed,
        wanted: (holding) => {
          if (options['if-empty']) return holding === 'nothing';
          if (holding !== 'something else' || options.force) return true;
          throw new CannotBeDone('The database holds something else than the demo world, and loading it would remove that. Say --force to lose it.');
        },
      });
      // Its numbers are the only ones now.
      if (done) await rememberKey(source);
      return done;
    });
    console.log(
      loaded
        ? `The demo world is loaded: ${loaded.participants} participants, ${loaded.meetings} meetings.`
        : 'The database is not empty: nothing is loaded.',
    );
  },
};
