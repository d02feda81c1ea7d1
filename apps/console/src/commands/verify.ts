import { AccessLog } from '#access/module';
import { SystemClock } from '#event-store';
import { capabilities, tables } from '../../../web/src/capabilities.js';
import { type Parts, withDatabase, withParts } from '../surroundings.js';
import { columns, Failed } from '../terminal.js';
import { checkReactions } from '../verify/reactions.js';
import { checkReadModels } from '../verify/read-models.js';
import { checkRecord, type Finding, finding, type Progress } from '../verify/record.js';
import type { ConsoleCommand } from './command.js';

export const verify: ConsoleCommand = {
  name: 'verify',
  usage: [''],
  about: 'Checks the record, what is sealed in it, the access log, the reactions and the read models.',
  details: [
    'The read models are built again in a database of their own, which is dropped afterwards; the role must be allowed to create one.',
    'Ends with exit code 1 when something is wrong.',
  ],
  words: [0, 0],
  async run({ config, terminal }) {
    const findings = await withDatabase(config, (surroundings) =>
      withParts(surroundings, async (parts) => {
        await parts.projector.start();
        return everything(parts, (line) => terminal.progress(line));
      }),
    );
    for (const line of columns(findings.map(({ check, whole, says }) => [whole ? 'whole' : 'WRONG', check, says]))) terminal.say(line);
    if (findings.some(({ whole }) => !whole)) throw new Failed('Something is wrong: see the lines that say WRONG.');
    terminal.say('Everything is as it should be.');
  },
};

/** All checks of a record whose projections run, here or elsewhere. */
export async function everything(parts: Parts, progress: Progress): Promise<Finding[]> {
  const projections = capabilities.flatMap((capability) => capability.projections ?? []);
  return [
    ...(await checkRecord(parts, progress)),
    ...(await checkReactions(parts.reactions)),
    await checkAccessLog(new AccessLog(parts.database, new SystemClock(), parts.sealer, { of: () => Promise.resolve([]) })),
    ...(await checkReadModels({ ...parts, live: parts.database, running: parts.projector, tables, projections }, progress)),
  ];
}

async function checkAccessLog(log: AccessLog): Promise<Finding> {
  const verified = await log.verify();
  if (!verified.whole) return finding('access log', [`the chain is broken at entry ${verified.brokenAt}`], '');
  return finding('access log', [], `${verified.entries} entries, one chain, head ${verified.head}`);
}
