import { access } from 'node:fs/promises';
import path from 'node:path';
import { SystemClock } from '#event-store';
import { filesOf } from '../backup/files.js';
import { takeBackup } from '../backup/take.js';
import { withDatabase, withParts } from '../surroundings.js';
import { UsageError } from '../terminal.js';
import type { ConsoleCommand } from './command.js';

export const backup: ConsoleCommand = {
  name: 'backup',
  usage: ['<file>'],
  about:
    'Writes the record, sealed as it is, and in files of their own next to it the exhibits and photographs, the keys and the access log.',
  details: [
    'Keep <file>.keys apart from <file>, and the master key apart from both: who has all three can read everything.',
    'Keep the newest <file>.keys even when you restore an older backup: its ledger says who was erased since.',
  ],
  words: [1, 1],
  async run({ config, terminal, words: [name = ''] }) {
    const file = path.resolve(config.folder, name);
    const files = filesOf(file);
    await access(path.dirname(file)).catch(() => {
      throw new UsageError(`There is no folder ${path.dirname(file)}. Make it, or choose another.`);
    });
    for (const one of Object.values(files) as string[]) {
      const isThere = await access(one).then(
        () => true,
        () => false,
      );
      if (isThere) throw new UsageError(`${one} is there already. Choose another name, or move it away.`);
    }
    const taken = await withDatabase(config, (surroundings) =>
      withParts(surroundings, (parts) => takeBackup(parts, file, new SystemClock(), (line) => terminal.progress(line))),
    );
    terminal.say(`Wrote ${taken.events} events to ${files.events}`);
    terminal.say(`Wrote ${taken.keys} keys and lines of the ledger to ${files.keys}`);
    terminal.say(`Wrote the exhibits and photographs to ${files.exhibits}`);
    terminal.say(`Wrote the accounts and the access log to ${files.access}`);
  },
};
