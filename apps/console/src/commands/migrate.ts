import { migrated } from '#database/module';
import { tables } from '../../../web/src/capabilities.js';
import { withDatabase } from '../surroundings.js';
import type { ConsoleCommand } from './command.js';

export const migrate: ConsoleCommand = {
  name: 'migrate',
  usage: [''],
  about: 'Brings the database up to this version. The applications do the same when they start.',
  words: [0, 0],
  async run({ config, terminal }) {
    await withDatabase(config, async ({ databaseUrl }) => {
      const since = new Date();
      const database = await migrated({ url: databaseUrl, ...tables });
      try {
        const rows: { name: string; timestamp: string }[] = await database.query('SELECT name, timestamp FROM migrations ORDER BY id');
        terminal.say(`The database is up to date: ${rows.length} migrations, the last one ${rows.at(-1)?.name ?? 'none'}.`);
        terminal.say(`It took ${((Date.now() - since.getTime()) / 1_000).toFixed(1)} s.`);
      } finally {
        await database.destroy();
      }
    });
  },
};
