import { ERASED } from '#event-sourcing';
import { capabilities } from '../../../web/src/capabilities.js';
import { measureLag } from './lag.js';
import { load, type FreshRecord, withFreshRecord } from './loading.js';
import { type MadeUpFact, typicalLife } from './made-up-people.js';
import { atLeast, type BenchTable, type Effort } from './table.js';
import { median } from './timings.js';

const PAGE = 5_000;

/** The rebuild of every projection against reading and opening the same events for nothing, in turn; then how far live projections lag behind. */
export function benchRebuild(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  const [events, rounds, lagSeconds] = effort === 'full' ? [200_000, 3, 15] : [200, 1, 1];
  return withFreshRecord(serverUrl, async (record) => {
    const loaded = await load(record.store, record.sealer, peopleWith(events));
    await record.database.query('analyze');
    const readings: number[] = [];
    const rebuilds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      readings.push(loaded / (await seconds(() => readAndOpen(record))));
      rebuilds.push(loaded / (await seconds(() => record.projector.rebuildAll())));
    }
    const [reading, rebuild] = [median(readings), median(rebuilds)];
    const row = (name: string, all: readonly number[], middle: number): string[] => [
      name,
      middle.toFixed(0),
      `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)}`,
      (loaded / middle).toFixed(1),
    ];
    const projections = capabilities.flatMap((capability) => capability.projections ?? []).length;
    return [
      {
        title: `Rebuild of ${projections} projections from ${loaded} events, medians of ${rounds} rounds in turn`,
        columns: ['', 'events/s', 'slowest to fastest', 'seconds'],
        rows: [row('read and open', readings, reading), row('rebuild', rebuilds, rebuild)],
        verdicts: [atLeast('rebuild to reading and opening', rebuild / reading, 0.4)],
      },
      await measureLag(record, lagSeconds),
    ];
  });
}

function* peopleWith(events: number): Generator<MadeUpFact[]> {
  for (let nth = 0, made = 0; made < events; nth += 1) {
    const facts = typicalLife(nth).slice(0, events - made);
    made += facts.length;
    yield facts;
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

/** What every rebuild must do, the next page being fetched while one is opened. */
async function readAndOpen({ store, sealer, types }: FreshRecord): Promise<void> {
  const reads = new Set([ERASED, ...capabilities.flatMap(({ projections = [] }) => projections.flatMap((one) => one.reads))]);
  let next = store.readAll(null, PAGE);
  for (;;) {
    const events = await next;
    const last = events.at(-1);
    if (!last) return;
    next = store.readAll(last.position, PAGE);
    const wanted = events.filter(({ type }) => reads.has(type));
    const opened = await sealer.open(wanted);
    for (const [nth, event] of wanted.entries()) types.recorded(event, opened[nth]!);
  }
}
