import { load, reactedToAll, withFreshRecord } from './loading.js';
import { briefLife, madeUpId } from './made-up-people.js';
import { startService } from './service.js';
import type { BenchTable, Effort } from './table.js';
import { median, type Slice, slice } from './timings.js';

/** One whole command over HTTP, another name added to a record, until the page after it can show it. For information. */
export function benchCommands(serverUrl: string, effort: Effort): Promise<BenchTable> {
  const [people, rounds, ms] = effort === 'full' ? [4_096, 6, 800] : [64, 1, 50];
  // Every fourth made-up person is on record with the force of the user who asks.
  const numbers = Array.from({ length: people }, (_, nth) => nth * 4);
  return withFreshRecord(serverUrl, async (record) => {
    await load(record.store, record.sealer, numbers.map(briefLife));
    await record.projector.rebuildAll();
    await reactedToAll(record);
    const service = await startService(record.databaseUrl, record.masterKey, true);
    try {
      const user = await service.signIn('legal.kent');
      let count = 0;
      const command = async (): Promise<void> => {
        const person = madeUpId(numbers[(count * 1_021) % people] ?? 0, 'perpetrator');
        count += 1;
        const { status } = await user.post(`/api/v1/perpetrators/${person}/aliases`, { family: 'Otherwise', given: inLetters(count) });
        if (status !== 201) throw new Error(`The command answered ${status}`);
      };
      const measured = [32, 1].map((callers) => ({ callers, slices: [] as Slice[] }));
      for (const { callers } of measured) await slice(callers, ms, command);
      for (let round = 0; round < rounds; round += 1)
        for (const { callers, slices } of measured) slices.push(await slice(callers, ms, command));
      const middle = (slices: readonly Slice[], pick: (one: Slice) => number, digits: number): string =>
        median(slices.map(pick)).toFixed(digits);
      return {
        title: 'The whole command over HTTP: session, access log, reading the record, appending, waiting for the read models',
        columns: ['', 'callers', 'commands/s', 'p50 ms', 'p99 ms'],
        rows: measured.map(({ callers, slices }) => [
          'another name of a person',
          String(callers),
          middle(slices, ({ perSecond }) => perSecond, 0),
          middle(slices, ({ p50 }) => p50, 1),
          middle(slices, ({ p99 }) => p99, 1),
        ]),
        verdicts: [],
      };
    } finally {
      await service.close();
    }
  });
}

/** A name of its own for each number: names have no digits. */
function inLetters(count: number): string {
  return `Alias${Array.from(count.toString(26), (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}`;
}
