import { Projector } from '#event-store/module';
import { capabilities } from '../../../web/src/capabilities.js';
import { load, withFreshRecord } from './loading.js';
import { madeUpId, typicalLife } from './made-up-people.js';
import { type SignedIn, startService } from './service.js';
import type { BenchTable, Effort } from './table.js';
import { percentile } from './timings.js';

/** The files that go to a court, made over HTTP one after the other from people with a long history; made anew each time. */
export function benchDocuments(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  const { people, requests } = effort === 'full' ? { people: 12, requests: 60 } : { people: 2, requests: 2 };
  return withFreshRecord(serverUrl, async (record) => {
    const { database, store, sealer, types } = record;
    await load(
      store,
      sealer,
      Array.from({ length: people }, (_, nth) => typicalLife(nth)),
    );
    const projector = new Projector({
      database,
      store,
      sealer,
      types,
      projections: capabilities.flatMap(({ projections = [] }) => projections),
    });
    await projector.rebuildAll();
    await projector.stop();
    await database.query('vacuum analyze');
    const service = await startService(record.databaseUrl, record.masterKey, false);
    try {
      const forces = await database.query<{ id: string; force: string }[]>('select id, force from orders.application_record');
      // Packs are for the force that applied; the demonstration has a legal team in this one.
      const own = forces.filter(({ force }) => force === '46').map(({ id }) => id);
      return [await measure(await service.signIn('legal.kent'), own, people, requests)];
    } finally {
      await service.close();
    }
  });
}

async function measure(legal: SignedIn, applications: readonly string[], people: number, requests: number): Promise<BenchTable> {
  if (applications.length === 0) throw new Error('No made-up application is of the force that asks');
  const application = (nth: number) => applications[nth % applications.length] ?? '';
  const asked: readonly (readonly [what: string, path: (nth: number) => string])[] = [
    ['application pack, PDF', (nth) => `/applications/${application(nth)}/pack.pdf`],
    ['application pack, DOCX', (nth) => `/applications/${application(nth)}/pack.docx`],
    ['page of the pack (both files and their digests)', (nth) => `/applications/${application(nth)}/pack`],
    ['history, PDF', (nth) => `/perpetrators/${madeUpId(nth % people, 'perpetrator')}/history.pdf?for=file`],
  ];
  const took = asked.map((): number[] => []);
  const sizes = asked.map((): number[] => []);
  for (let turn = -5; turn < requests; turn += 1) {
    for (const [row, [what, path]] of asked.entries()) {
      const start = performance.now();
      const { status, headers } = await legal.get(path(Math.abs(turn)));
      if (status !== 200) throw new Error(`${what} answered ${status}`);
      if (turn < 0) continue;
      took[row]?.push(performance.now() - start);
      sizes[row]?.push(Number(headers['content-length'] ?? 0) / 1_024);
    }
  }
  return {
    title: `Documents over HTTP, one at a time, ${requests} of each`,
    columns: ['', 'p50 ms', 'p99 ms', 'KB'],
    rows: asked.map(([what], row) => [
      what,
      ...[0.5, 0.99].map((share) => percentile(took[row] ?? [], share).toFixed(1)),
      percentile(sizes[row] ?? [], 0.5).toFixed(0),
    ]),
    verdicts: [],
  };
}
