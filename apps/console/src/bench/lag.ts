import { setTimeout as pause } from 'node:timers/promises';
import { personal } from '#event-sourcing';
import { Streams } from '#event-store';
import { type PerpetratorFact, perpetrators } from '#people';
import { v7 as newId } from 'uuid';
import type { FreshRecord } from './loading.js';
import { madeUpId } from './made-up-people.js';
import type { BenchTable } from './table.js';
import { percentile } from './timings.js';

const PER_SECOND = 200;
const PEOPLE = 200;

/** How long after a command was recorded every projection has passed it, while 200 commands a second arrive. For information. */
export async function measureLag({ store, sealer, projector }: FreshRecord, seconds: number): Promise<BenchTable> {
  const streams = new Streams(store, sealer);
  const lags: number[] = [];
  let late = 0;
  const command = async (nth: number): Promise<void> => {
    const id = madeUpId(nth % PEOPLE, 'perpetrator');
    const commandId = newId();
    const act = { by: 'bench', force: '46', commandId, digest: commandId, correlationId: commandId, at: new Date().toISOString() };
    const alias: PerpetratorFact = {
      type: 'AliasRecorded',
      data: { perpetratorId: id, aliasId: commandId },
      personal: { name: personal([id], { family: 'Otherwise', given: 'Alias' }) },
    };
    const { position } = await streams.transact(perpetrators, id, act, () => [alias]);
    const start = performance.now();
    if (position !== null && (await projector.waitFor(position, 5_000))) lags.push(performance.now() - start);
    else late += 1;
  };
  await projector.start();
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (let nth = 0; nth < PER_SECOND * seconds; nth += 1) {
    const wait = start + (nth * 1_000) / PER_SECOND - performance.now();
    if (wait > 1) await pause(wait);
    under.push(command(nth));
  }
  await Promise.all(under);
  const spent = (performance.now() - start) / 1_000;
  await projector.stop();
  return {
    title: `How long after a command the read models show it, ${PER_SECOND} commands/s for ${seconds} s`,
    columns: ['commands/s recorded', 'p50 ms', 'p99 ms', 'longest ms', 'not within 5 s'],
    rows: [
      [
        (under.length / spent).toFixed(0),
        percentile(lags, 0.5).toFixed(1),
        percentile(lags, 0.99).toFixed(1),
        percentile(lags, 1).toFixed(1),
        String(late),
      ],
    ],
    verdicts: [],
  };
}
