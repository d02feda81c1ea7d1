import { demonstrationState, OtherRecords, seedDemonstration } from '../seed/seed-demonstration.js';
import { usualSize } from '../seed/world.js';
import { withApplication, withDatabase } from '../surroundings.js';
import { Failed } from '../terminal.js';
import { type ConsoleCommand, wholeNumber } from './command.js';

export const seed: ConsoleCommand = {
  name: 'seed',
  usage: ['[--people <number>] [--months <number>] [--force-again]'],
  about: 'Loads the demonstration: fictional people, orders and breaches of the past months.',
  details: [
    `--people: how many are made up besides the scenarios (${usualSize.people}); --months: over how long (${usualSize.months}).`,
    'What was interrupted is gone on with, in the size it was begun. --force-again: also beside records that are there already.',
    'Only in a demonstration (DEMO).',
  ],
  options: { people: { type: 'string' }, months: { type: 'string' }, 'force-again': { type: 'boolean' } },
  words: [0, 0],
  async run(given) {
    const { config, terminal, options } = given;
    if (!config.demo) throw new Failed('This is no demonstration: invented records are not loaded among real ones.');
    const size = {
      people: wholeNumber(given, 'people', usualSize.people, 0, 5_000),
      months: wholeNumber(given, 'months', usualSize.months, 6, 60),
    };
    const again = options['force-again'] === true;
    await withDatabase(config, (surroundings) =>
      withApplication(surroundings, async (app) => {
        if (!again && (await demonstrationState(app)) === 'whole') {
          terminal.say('The demonstration is loaded already. Nothing was changed.');
          return;
        }
        const { commands, seconds } = await seedDemonstration(
          app,
          ({ sent, of }) => terminal.progress(`Loading the demonstration: ${sent} of ${of}`),
          {
            size,
            beside: again,
          },
        ).catch((error: unknown) => {
          throw error instanceof OtherRecords ? new Failed(`${error.message} To load it beside them: --force-again`) : error;
        });
        terminal.say(`Loaded the demonstration: ${commands} commands in ${seconds.toFixed(1)} s.`);
      }),
    );
  },
};
