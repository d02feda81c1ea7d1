import type { INestApplicationContext } from '@nestjs/common';
import { demonstrationState, seedDemonstration } from '../../console/src/seed/seed-demonstration.js';
import { ProcessTerminal } from '../../console/src/terminal.js';

/** On the first start of a demonstration, or after one that was cut off, loads its fictional records. Others' records are left alone. */
export async function loadDemonstration(app: INestApplicationContext): Promise<void> {
  const state = await demonstrationState(app);
  if (state !== 'empty' && state !== 'unfinished') return;
  const terminal = new ProcessTerminal();
  terminal.say('Loading fictional records for the demonstration. You can sign in meanwhile.');
  const { commands, seconds } = await seedDemonstration(app, ({ sent, of }) => terminal.progress(`Loading: ${sent} of ${of}`));
  terminal.say(`The demonstration is loaded: ${commands} things recorded in ${seconds.toFixed(0)} s.`);
}
