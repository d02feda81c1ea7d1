import { Poison } from '#event-store/module';
import { capabilities } from '../../../web/src/capabilities.js';
import { withDatabase, withParts } from '../surroundings.js';
import { Failed, UsageError } from '../terminal.js';
import type { ConsoleCommand } from './command.js';

export const rebuild: ConsoleCommand = {
  name: 'rebuild',
  usage: ['[<projection>|all]'],
  about: 'Makes read models again from the record, beside the live ones, and swaps them in.',
  details: ['The application may go on meanwhile. Without a name all of them are rebuilt, reading the record once.'],
  words: [0, 1],
  async run({ config, terminal, words: [chosen = 'all'] }) {
    const names = capabilities.flatMap(({ projections = [] }) => projections.map(({ name }) => name));
    if (chosen !== 'all' && !names.includes(chosen))
      throw new UsageError(`There is no projection called ${chosen}. There are: ${names.join(', ')}.`);
    await withDatabase(config, (surroundings) =>
      withParts(surroundings, async ({ projector }) => {
        const since = performance.now();
        let read = 0;
        const progress = ({ events }: { readonly events: number }): void => {
          read = events;
          terminal.progress(`Rebuilding ${chosen}: ${events} events read`);
        };
        try {
          await (chosen === 'all' ? projector.rebuildAll(progress) : projector.rebuild(chosen, progress));
        } catch (error) {
          if (error instanceof Poison) throw new Failed(`${error.message}\nThe live read model stays as it was.`);
          throw error;
        }
        const seconds = (performance.now() - since) / 1_000;
        terminal.say(`Rebuilt ${chosen === 'all' ? names.join(', ') : chosen} from ${read} events in ${seconds.toFixed(1)} s.`);
      }),
    );
  },
};
