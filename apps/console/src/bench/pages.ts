import { SettleWork } from '#deadlines/module';
import { SystemClock } from '#event-store';
import { type FreshRecord, load, reactedToAll, withFreshRecord } from './loading.js';
import { briefLife, longLife, madeUpId, madeUpName, type MadeUpFact, typicalLife } from './made-up-people.js';
import { type Answer, type SignedIn, startService } from './service.js';
import { atMost, type BenchTable, type Effort } from './table.js';
import { percentile } from './timings.js';

/** Requests on each of two databases, one with few perpetrators and one with many, in turn. */
export function benchPages(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  const { few, many, typical, requests } =
    effort === 'full' ? { few: 1_000, many: 100_000, typical: 200, requests: 400 } : { few: 4, many: 8, typical: 2, requests: 2 };
  return withPeople(serverUrl, few, typical, (fewer) =>
    withPeople(serverUrl, many, typical, async (more) => [await measure([fewer, more], typical, requests)]),
  );
}

/** About the last person of each database. */
const MANY_FACTS = 500;

interface Site {
  readonly people: number;
  readonly legal: SignedIn;
  readonly manager: SignedIn;
}

/** A service over a record of that many people, `typical` of them with a long history, the others under an order and no more. */
function withPeople<T>(serverUrl: string, people: number, typical: number, work: (site: Site) => Promise<T>): Promise<T> {
  return withFreshRecord(serverUrl, async (record) => {
    await load(record.store, record.sealer, lives(people, typical));
    await project(record);
    await reactedToAll(record);
    await record.database.query('vacuum analyze');
    const service = await startService(record.databaseUrl, record.masterKey, false);
    try {
      return await work({ people, legal: await service.signIn('legal.kent'), manager: await service.signIn('manager.kent') });
    } finally {
      await service.close();
    }
  });
}

function* lives(people: number, typical: number): Generator<MadeUpFact[]> {
  for (let nth = 0; nth < people - 1; nth += 1) yield nth < typical ? typicalLife(nth) : briefLife(nth);
  yield longLife(people - 1, MANY_FACTS);
}

/** Fills every table: where one is behind, each page says so after it has waited for it. */
async function project({ database, projector }: FreshRecord): Promise<void> {
  await projector.rebuildAll();
  await new SettleWork(database, new SystemClock()).settled();
}

interface Asked {
  readonly what: string;
  readonly ask: (site: Site, nth: number) => Promise<Answer>;
  /** The most that many people may take to few; null: for information. */
  readonly target: number | null;
}

const ASKED: readonly Asked[] = [
  { what: 'perpetrator page', ask: ({ legal }, nth) => legal.get(`/perpetrators/${madeUpId(nth, 'perpetrator')}`), target: 1.2 },
  {
    what: 'history through the API',
    ask: ({ legal }, nth) => legal.get(`/api/v1/perpetrators/${madeUpId(nth, 'perpetrator')}/history`),
    target: 1.2,
  },
  { what: 'work list', ask: ({ legal }) => legal.get('/work'), target: 1.2 },
  { what: 'work list of one kind', ask: ({ legal }) => legal.get('/work?when=overdue&kind=serve'), target: null },
  {
    what: `page of a person with ${MANY_FACTS} facts`,
    ask: ({ legal, people }) => legal.get(`/perpetrators/${madeUpId(people - 1, 'perpetrator')}`),
    target: null,
  },
  { what: 'search by name', ask: ({ legal }, nth) => legal.post('/api/v1/perpetrators/search', { name: nameOf(nth) }), target: null },
  { what: 'uptake', ask: ({ manager }) => manager.get('/uptake'), target: null },
];

async function measure(sites: readonly [Site, Site], typical: number, requests: number): Promise<BenchTable> {
  const took = ASKED.map(() => sites.map((): number[] => []));
  for (let turn = -10; turn < requests; turn += 1) {
    const nth = Math.floor(Math.random() * typical);
    for (const [row, { ask, target }] of ASKED.entries()) {
      // What has no target is asked a tenth as often.
      if (target === null && turn % 10 !== 0) continue;
      for (const [column, site] of turn % 2 === 0 ? [...sites.entries()] : [...sites.entries()].reverse()) {
        const start = performance.now();
        const { status } = await ask(site, nth);
        if (status !== 200) throw new Error(`${ASKED[row]?.what} answered ${status}`);
        if (turn >= 0) took[row]?.[column]?.push(performance.now() - start);
      }
    }
  }
  const [few, many] = sites;
  const at = (row: number, column: number, share: number): number => percentile(took[row]?.[column] ?? [], share);
  return {
    title: `Answers over HTTP at ${few.people} and at ${many.people} perpetrators, asked in turn, ${requests} times`,
    columns: ['', `p50 ms at ${few.people}`, 'p99 ms', `p50 ms at ${many.people}`, 'p99 ms', 'p50 to p50'],
    rows: ASKED.map(({ what }, row) => [
      what,
      ...[0, 1].flatMap((column) => [0.5, 0.99].map((share) => at(row, column, share).toFixed(1))),
      (at(row, 1, 0.5) / at(row, 0, 0.5)).toFixed(2),
    ]),
    verdicts: ASKED.flatMap(({ what, target }, row) =>
      target === null
        ? []
        : [atMost(`${what}, p50 at ${many.people} to p50 at ${few.people} perpetrators`, at(row, 1, 0.5) / at(row, 0, 0.5), target)],
    ),
  };
}

function nameOf(nth: number): string {
  const { family, given } = madeUpName(nth);
  return `${given} ${family}`;
}
