import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { v7 as newId } from 'uuid';
import { eventStoreSchema, type NewEvent, PostgresEventStore } from '#event-store';
import { atLeast, type BenchTable } from './table.js';

const CALLERS = 32;
const ROUNDS = 20;
const SLICE_MS = 200;

/** Appends one event to a fresh stream and answers when it is durable. */
type AppendOne = (caller: number) => Promise<unknown>;

interface Contender {
  readonly name: string;
  readonly callers: number;
  readonly append: AppendOne;
  readonly slices: Slice[];
}

interface Slice {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Durable single-event appends against the plainest thing that keeps the same three unique indexes: a prepared one-row INSERT. All in one
 * run, in short slices taken in turn, medians of the slices. Works in a database of its own, which it drops; the role must be allowed to
 * create one.
 */
export async function benchAppends(connectionString: string): Promise<BenchTable> {
  const database = `bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString });
  await admin.connect();
  try {
    await admin.query(`create database ${database}`);
    const url = new URL(connectionString);
    url.pathname = `/${database}`;
    return await measure(url.href);
  } finally {
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.end();
  }
}

async function measure(connectionString: string): Promise<BenchTable> {
  const clients = Array.from({ length: CALLERS }, () => new Client({ connectionString }));
  await Promise.all(clients.map((client) => client.connect()));
  const [setup] = clients;
  for (const statement of [...eventStoreSchema, ...BARE_TABLE]) await setup?.query(statement);
  const store = new PostgresEventStore(connectionString);
  try {
    const bare: AppendOne = (caller) => insert(clients[caller], newEvent());
    const ours: AppendOne = () => store.append(`bench-${newId()}`, 'none', [newEvent()]);
    const contenders: Contender[] = [
      { name: 'plain INSERT', callers: CALLERS, append: bare, slices: [] },
      { name: 'event store', callers: CALLERS, append: ours, slices: [] },
      { name: 'plain INSERT', callers: 1, append: bare, slices: [] },
      { name: 'event store', callers: 1, append: ours, slices: [] },
    ];
    for (const { callers, append } of contenders) await slice(callers, append);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { callers, append, slices } of contenders) slices.push(await slice(callers, append));
    }
    return tableOf(contenders);
  } finally {
    await store.close();
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function slice(callers: number, append: AppendOne): Promise<Slice> {
  const took: number[] = [];
  const start = performance.now();
  const call = async (caller: number): Promise<void> => {
    for (let before = start; before - start < SLICE_MS;) {
      await append(caller);
      const now = performance.now();
      took.push(now - before);
      before = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const perSecond = (took.length / (performance.now() - start)) * 1000;
  took.sort((a, b) => a - b);
  const percentile = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond, p50: percentile(0.5), p99: percentile(0.99) };
}

function tableOf(contenders: readonly Contender[]): BenchTable {
  const speeds = contenders.map(({ slices }) => median(slices.map(({ perSecond }) => perSecond)));
  const [bareMany = 0, oursMany = 0, bareOne = 0, oursOne = 0] = speeds;
  return {
    title: `Durable appends of one event, medians of ${ROUNDS} slices of ${SLICE_MS} ms taken in turn`,
    columns: ['', 'callers', 'events/s', 'slowest to fastest slice', 'p50 ms', 'p99 ms'],
    rows: contenders.map(({ name, callers, slices }, at) => {
      const perSecond = slices.map((each) => each.perSecond);
      return [
        name,
        String(callers),
        (speeds[at] ?? 0).toFixed(0),
        `${Math.min(...perSecond).toFixed(0)} to ${Math.max(...perSecond).toFixed(0)}`,
        median(slices.map(({ p50 }) => p50)).toFixed(2),
        median(slices.map(({ p99 }) => p99)).toFixed(2),
      ];
    }),
    verdicts: [
      atLeast(`event store to plain INSERT on as many connections, ${CALLERS} callers`, oursMany / bareMany, 1.5),
      atLeast('event store to plain INSERT, one caller', oursOne / bareOne, 0.6),
    ],
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const BARE_TABLE = [
  `create table bare (
    position bigint generated always as identity primary key, stream text collate "C" not null, revision bigint not null, id uuid not null unique,
    type text collate "C" not null, schema_version smallint not null, recorded_at timestamptz not null default clock_timestamp(),
    data jsonb not null, meta jsonb not null, unique (stream, revision)
  )`,
];

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
