import path from 'node:path';
import { benches } from '../bench/index.js';
import type { BenchTable } from '../bench/table.js';
import { withDatabase } from '../surroundings.js';
import { columns, UsageError } from '../terminal.js';
import type { ConsoleCommand } from './command.js';

export const bench: ConsoleCommand = {
  name: 'bench',
  usage: [`[${benches.map(({ name }) => name).join('|')}]`, 'links [<file or folder of labelled records>]'],
  about: 'Measures, and says which targets are met. Needs the right to create a database.',
  words: [0, 2],
  async run({ config, terminal, words: [only, given] }) {
    const chosen = benches.filter(({ name }) => only === undefined || name === only);
    if (chosen.length === 0)
      throw new UsageError(`There is no bench called ${only}. There are: ${benches.map(({ name }) => name).join(', ')}.`);
    if (given !== undefined && only !== 'links') throw new UsageError('Only the bench links takes a path.');
    const labelledPairs = given === undefined ? config.labelledPairs : path.resolve(config.folder, given);
    await withDatabase(config, async ({ databaseUrl }) => {
      for (const one of chosen) {
        terminal.progress(`Measuring ${one.name} …`);
        for (const table of await one.run({ databaseUrl, effort: 'full', labelledPairs }))
          for (const line of printed(table)) terminal.say(line);
      }
    });
  },
};

/** The table as it is printed: title, rows, then a line for each target. A missed target is said, not punished: machines differ. */
export function printed({ title, columns: heads, rows, verdicts }: BenchTable): string[] {
  return [
    '',
    title,
    ...columns([heads, ...rows]).map((line) => `  ${line}`),
    ...verdicts.map(({ what, ratio, target, met }) => `  ${met ? 'met   ' : 'MISSED'}  ${what}: ${ratio.toFixed(2)} (target ${target})`),
  ];
}
