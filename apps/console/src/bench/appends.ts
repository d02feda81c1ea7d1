import { Client } from 'pg';
import { v7 as newId } from 'uuid';
import { eventStoreSchema, type NewEvent, PostgresEventStore } from '#event-store';
import { benchCommands } from './commands.js';
import { withFreshDatabase } from './fresh-database.js';
import { processorTime } from './processor-time.js';
import { atLeast, type BenchTable, type Effort } from './table.js';
import { median, type Slice, slice } from './timings.js';

const CALLERS = 32;

interface Contender {
  readonly name: string;
  readonly callers: number;
  /** Appends one event to a fresh stream and answers when it is durable. */
  readonly append: (caller: number) => Promise<unknown>;
  readonly slices: Slice[];
  /** Processor time used, ms; null where it is not known. */
  processor: number | null;
  events: number;
}

/**
 * Durable single-event appends against the plainest thing that keeps the same three unique indexes: a prepared one-row INSERT. All in one
 * run, in short slices taken in turn, medians of the slices. Beside it the whole command over HTTP.
 */
export async function benchAppends(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  const [rounds, ms] = effort === 'full' ? [30, 200] : [2, 20];
  const appends = await withFreshDatabase(serverUrl, (url) => measure(url, rounds, ms));
  return [appends, await benchCommands(serverUrl, effort)];
}

async function measure(connectionString: string, rounds: number, ms: number): Promise<BenchTable> {
  const clients = Array.from({ length: CALLERS }, () => new Client({ connectionString }));
  const watch = new Client({ connectionString });
  await Promise.all([watch, ...clients].map((client) => client.connect()));
  for (const statement of [...eventStoreSchema, BARE_TABLE]) await watch.query(statement);
  const store = new PostgresEventStore(connectionString);
  try {
    const bare = { name: 'plain INSERT', append: (caller: number) => insert(clients[caller], newEvent()) };
    const ours = { name: 'event store', append: () => store.append(`bench-${newId()}`, 'none', [newEvent()]) };
    const contenders = [CALLERS, 1].flatMap((callers) =>
      [bare, ours].map((one): Contender => ({ ...one, callers, slices: [], processor: 0, events: 0 })),
    );
    for (const { callers, append } of contenders) await slice(callers, ms, append);
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of contenders) await measureSlice(contender, ms, watch);
    }
    return tableOf(contenders, rounds, ms);
  } finally {
    await store.close();
    await Promise.all([watch, ...clients].map((client) => client.end()));
  }
}

async function measureSlice(contender: Contender, ms: number, watch: Client): Promise<void> {
  const before = await processorTime(watch);
  const start = performance.now();
  const done = await slice(contender.callers, ms, contender.append);
  contender.events += (done.perSecond * (performance.now() - start)) / 1000;
  const after = await processorTime(watch);
  contender.slices.push(done);
  contender.processor = before === null || after === null || contender.processor === null ? null : contender.processor + after - before;
}

function tableOf(contenders: readonly Contender[], rounds: number, ms: number): BenchTable {
  const speeds = contenders.map(({ slices }) => median(slices.map(({ perSecond }) => perSecond)));
  const [bareMany = 0, oursMany = 0, bareOne = 0, oursOne = 0] = speeds;
  return {
    title: `Durable appends of one event, medians of ${rounds} slices of ${ms} ms taken in turn`,
    columns: ['', 'callers', 'events/s', 'slowest to fastest slice', 'p50 ms', 'p99 ms', 'processor us per event'],
    rows: contenders.map(({ name, callers, slices, processor, events }, at) => {
      const perSecond = slices.map((each) => each.perSecond);
      return [
        name,
        String(callers),
        (speeds[at] ?? 0).toFixed(0),
        `${Math.min(...perSecond).toFixed(0)} to ${Math.max(...perSecond).toFixed(0)}`,
        median(slices.map(({ p50 }) => p50)).toFixed(2),
        median(slices.map(({ p99 }) => p99)).toFixed(2),
        processor === null ? 'unknown' : ((processor / events) * 1000).toFixed(0),
      ];
    }),
    verdicts: [
      atLeast(`event store to plain INSERT on as many connections, ${CALLERS} callers`, oursMany / bareMany, 1.5),
      atLeast('event store to plain INSERT, one caller', oursOne / bareOne, 0.6),
    ],
  };
}

/** The columns and the three unique indexes of the event store's table. */
const BARE_TABLE = `create table bare (
  position bigint generated always as identity primary key, stream text collate "C" not null, revision bigint not null, id uuid not null unique,
  type text collate "C" not null, schema_version smallint not null, recorded_at timestamptz not null default clock_timestamp(),
  data jsonb not null, meta jsonb not null, unique (stream, revision)
)`;

function insert(client: Client | undefined, event: NewEvent): Promise<unknown> {
  if (!client) throw new Error('More callers than connections');
  return client.query({
    name: 'bare',
    text: 'insert into bare (stream, revision, id, type, schema_version, data, meta) values ($1, 0, $2, $3, $4, $5, $6)',
    values: [`bench-${newId()}`, event.id, event.type, event.schemaVersion, JSON.stringify(event.data), JSON.stringify(event.meta)],
  });
}

/** About 600 bytes of data, much of it sealed, as a fact with a personal part has, and 150 of meta. */
function newEvent(): NewEvent {
  const id = newId();
  return {
    id,
    type: 'BreachReported',
    schemaVersion: 1,
    data: { orderId: id, condition: 3, occurred: { from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T11:00:00.000Z' }, account: SEALED },
    meta: { by: 'officer-1', force: '46', commandId: id, correlationId: id },
  };
}

const SEALED = { keys: ['subject-1', 'subject-2'], nonce: 'bm9uY2Utbm9uY2U', sealed: 'c2VhbGVk'.repeat(50) };
