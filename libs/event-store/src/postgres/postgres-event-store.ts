import { DatabaseError, Pool, type PoolConfig, type QueryConfig } from 'pg';
import {
  type Append,
  type Appended,
  EventStore,
  type Expected,
  type NewEvent,
  type StoredEvent,
  type Subscription,
} from '../event-store.js';
import { Tail } from '../tail.js';
import { asJson, assertWellFormed } from '../well-formed.js';
import { int2Array, int4Array, int8Array, jsonbArray, textArray, uuidArray } from './binary-arrays.js';
import { type Group, GroupCommit } from './group-commit.js';
import { DUPLICATE, EXISTS, NEVER, NONE, STORED } from './schema.js';

export interface PostgresEventStoreOptions {
  /** Connections that append. More than three do not help: calls fill up instead. */
  readonly writers?: number;
  /** Connections that read, the subscriptions' included. */
  readonly readers?: number;
  /** Most appends that share a transaction. Up to 64 where a flush of the disk takes 1 ms or more, with one or two writers. */
  readonly appendsPerCall?: number;
  /** Most events per batch of a subscription. */
  readonly batch?: number;
  /** Longest wait of a subscription between two looks while nothing happens, ms. */
  readonly idle?: number;
}

/** An event store in the schema `es` of a PostgreSQL database (see `eventStoreSchema`), on connections of its own. */
export class PostgresEventStore extends EventStore {
  readonly capabilities = { atomicAppendMany: true };
  private readonly writers: Pool;
  private readonly readers: Pool;
  private readonly appends: GroupCommit;
  private readonly tails = new Set<Tail>();

  constructor(
    /** A connection string, or what `pg.Pool` takes. */
    connection: string | PoolConfig,
    private readonly options: PostgresEventStoreOptions = {},
  ) {
    super();
    const config: PoolConfig = typeof connection === 'string' ? { connectionString: connection } : connection;
    const writers = options.writers ?? 3;
    this.writers = pool({ ...config, max: writers }, 'orderwatch event writer');
    this.readers = pool({ ...config, max: options.readers ?? 4 }, 'orderwatch event reader');
    this.appends = new GroupCommit({
      calls: writers,
      groupsPerCall: options.appendsPerCall ?? 16,
      write: (groups) => this.write(groups),
      isFaultOfOne: (error) => !isAway(error),
    });
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const [verdict] = await this.appendMany([{ stream, expected, events }]);
    if (!verdict) throw new Error('The event store gave no verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<Appended[]> {
    if (appends.length === 0) return [];
    assertWellFormed(appends);
    const verdicts = await this.appends.append(appends);
    if (verdicts.some((verdict) => verdict.ok)) for (const tail of this.tails) tail.nudge();
    return verdicts;
  }

  async read(stream: string, from = 0n): Promise<StoredEvent[]> {
    return stored(await this.readers.query<EventRow>({ ...READ, values: [stream, String(from)] }));
  }

  async readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    return stored(await this.readers.query<EventRow>({ ...READ_ALL, values: [after ?? '0', limit] }));
  }

  async head(): Promise<string | null> {
    const { rows } = await this.readers.query<[string | null]>(HEAD);
    return rows[0]?.[0] ?? null;
  }

  subscribe(
    after: string | null,
    handle: (batch: readonly StoredEvent[]) => Promise<void>,
    failed: (error: unknown) => void,
  ): Subscription {
    const options = { limit: this.options.batch ?? 1000, idle: this.options.idle ?? 80, away: 1000, passes: isAway };
    const tail = new Tail(this, after, handle, failed, options, (ended) => this.tails.delete(ended));
    this.tails.add(tail);
    return tail;
  }

  async delete(stream: string): Promise<void> {
    await this.readers.query({ ...DELETE, values: [stream] });
  }

  compare(a: string, b: string): number {
    return a.length - b.length || (a < b ? -1 : Number(a > b));
  }

  /** Waits for appends under way, stops the subscriptions and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([...this.tails].map((tail) => tail.stop()));
    await this.appends.drain();
    await Promise.all([this.writers.end(), this.readers.end()]);
  }

  private async write(groups: readonly Group[]): Promise<Appended[][]> {
    const [group] = groups;
    const [only] = group ?? [];
    if (only && groups.length === 1 && group?.length === 1) {
      const { rows } = await this.writers.query<[string]>({ ...APPEND_ONE, values: oneAppend(only) });
      const [verdict, revision, position] = rows[0]?.[0].slice(1, -1).split(',') ?? [];
      return [[answer(Number(verdict), revision ?? '', position ?? '')]];
    }
    const { rows } = await this.writers.query<[string, string, string]>({ ...APPEND_MANY, values: manyAppends(groups) });
    const [verdict, revision, position] = (rows[0] ?? []).map((list) => list.slice(1, -1).split(','));
    let at = 0;
    return groups.map((appends) =>
      appends.map(() => {
        const given = answer(Number(verdict?.[at]), revision?.[at] ?? '', position?.[at] ?? '');
        at += 1;
        return given;
      }),
    );
  }
}

type EventRow = [string, string, string, string, string, number, unknown, unknown];

const asIs = { getTypeParser: () => (value: string) => value };
const EVENT = 'position::text, stream, revision::text, id::text, type, schema_version, data, meta';
const READ = statement(
  'es_read',
  `select ${EVENT} from es.event e where stream = $1 and revision >= $2 and not exists (select from es.tombstone t where t.stream = $1) order by e.revision`,
);
const READ_ALL = statement('es_read_all', `select ${EVENT} from es.read_all($1, $2)`);
const HEAD = statement('es_head', 'select es.head()::text');
const DELETE = statement('es_delete', 'select es.delete_stream($1)');
const APPEND_ONE = statement('es_append_one', 'select es.append_one($1, $2, $3, $4, $5, $6, $7)');
const APPEND_MANY = {
  ...statement('es_append_many', 'select * from es.append_many($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)'),
  types: asIs,
};

function statement(name: string, text: string): Pick<QueryConfig, 'name' | 'text'> & { rowMode: 'array' } {
  return { name, text, rowMode: 'array' };
}

function stored({ rows }: { rows: EventRow[] }): StoredEvent[] {
  return rows.map(([position, stream, revision, id, type, schemaVersion, data, meta]) => ({
    id,
    type,
    schemaVersion,
    data,
    meta,
    stream,
    revision: BigInt(revision),
    position,
  }));
}

function answer(verdict: number, revision: string, position: string): Appended {
  const last = BigInt(revision);
  if (verdict === STORED || verdict === DUPLICATE) return { ok: true, duplicate: verdict === DUPLICATE, revision: last, position };
  return { ok: false, conflict: true, actual: last === NONE ? 'none' : last };
}

function expectation(expected: Expected): bigint | null {
  if (expected === 'any') return null;
  if (expected === 'none') return NONE;
  if (expected === 'exists') return EXISTS;
  return expected < 0n || expected >= 1n << 63n ? NEVER : expected;
}

function oneAppend({ stream, expected, events }: Append): unknown[] {
  return [stream, expectation(expected), ...columns(events)];
}

function manyAppends(groups: readonly Group[]): unknown[] {
  const appends = groups.flat();
  return [
    int4Array(groups.flatMap((group, at) => group.map(() => at + 1))),
    textArray(appends.map(({ stream }) => stream)),
    int8Array(appends.map(({ expected }) => expectation(expected))),
    int4Array(appends.map(({ events }) => events.length)),
    int4Array(appends.flatMap(({ events }, at) => events.map(() => at + 1))),
    int4Array(appends.flatMap(({ events }) => events.map((_, at) => at + 1))),
    ...columns(appends.flatMap(({ events }) => events)),
  ];
}

function columns(events: readonly NewEvent[]): Buffer[] {
  return [
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    int2Array(events.map(({ schemaVersion }) => schemaVersion)),
    jsonbArray(events.map(({ data }) => asJson(data))),
    jsonbArray(events.map(({ meta }) => asJson(meta))),
  ];
}

/**
 * Whatever the server's or the role's settings say: an append is flushed before it is answered, and each statement inside the functions
 * sees what was committed before it.
 */
const SESSION = `select set_config('default_transaction_isolation', 'read committed', false),
  case when current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit', 'on', false) end`;

function pool(config: PoolConfig, name: string): Pool {
  const verify: PoolConfig['verify'] = (client, done) => {
    client.query(SESSION, (error?: Error) => done(error));
  };
  const made = new Pool({ application_name: name, keepAlive: true, connectionTimeoutMillis: 10_000, ...config, verify });
  // A connection that dies while idle is dropped by the pool, and the next call opens a new one.
  made.on('error', () => undefined);
  return made;
}

/** Whether the server could not be reached or went away, so that nothing is known of the call and a later one may succeed. */
function isAway(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(08|57P|53300)/.test(error.code ?? '');
}
