import path from 'node:path';
import { restoreBackup } from '../backup/restore.js';
import { withDatabase, withParts } from '../surroundings.js';
import { codeOf, Failed } from '../terminal.js';
import type { ConsoleCommand } from './command.js';

export const restore: ConsoleCommand = {
  name: 'restore',
  usage: ['<file> [--ledger <newer file>.keys]'],
  about: 'Puts a backup into an empty database, destroys again the keys of those erased, and makes the read models.',
  details: [
    '--ledger: the keys file of a newer backup. Whoever was erased between the two stays erased.',
    'MASTER_KEY, or the master key in the data folder, must be the one of the backup.',
  ],
  options: { ledger: { type: 'string' } },
  words: [1, 1],
  async run({ config, terminal, words: [name = ''], options }) {
    const at = (one: string): string => path.resolve(config.folder, one);
    const ledger = typeof options['ledger'] === 'string' ? at(options['ledger']) : null;
    const { events, destroyedAgain } = await withDatabase(config, (surroundings) =>
      withParts(surroundings, (parts) =>
        restoreBackup(parts, at(name), ledger, (line) => terminal.progress(line)).catch((error: unknown) => {
          if (codeOf(error) === 'ENOENT')
            throw new Failed(
              `A file of the backup ${name} is missing. It is four: ${name}, ${name}.exhibits, ${name}.keys and ${name}.access. Nothing was restored.`,
            );
          throw error;
        }),
      ),
    );
    terminal.say(`Restored ${events} events and made the read models.`);
    if (destroyedAgain > 0) terminal.say(`The ledger destroyed again the keys of ${destroyedAgain} people who were erased.`);
  },
};
