import { Pool, type PoolConfig, type QueryConfig } from 'pg';
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
import { assertWellFormed } from '../well-formed.js';
import { appendGroups } from './append-calls.js';
import { GroupCommit } from './group-commit.js';
import { isAway, Writer } from './writer.js';

export interface PostgresEventStoreOptions {
  /** Connections that append. More than two do not help: calls fill up instead, and a full call costs a half of several small ones. */
  readonly writers?: number;
  /** Connections that read, the subscriptions' included. */
  readonly readers?: number;
  /** Most appends that share a transaction. */
  readonly appendsPerCall?: number;
  /** Most events per batch of a subscription. */
  readonly batch?: number;
  /** Longest wait of a subscription between two looks while nothing happens, ms. */
  readonly idle?: number;
}

/** An event store in the schema `es` of a PostgreSQL database (see `eventStoreSchema`), on connections of its own. */
export class PostgresEventStore extends EventStore {
  readonly capabilities = { atomicAppendMany: true };
  private readonly writing: Pool;
  private readonly writers: readonly Writer[];
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
    const calls = options.writers ?? 2;
    this.writing = pool({ ...config, max: calls }, 'orderwatch event writer', WRITING);
    this.writers = Array.from({ length: calls }, () => new Writer(this.writing));
    this.readers = pool({ ...config, max: options.readers ?? 4 }, 'orderwatch event reader');
    this.appends = new GroupCommit({
      calls,
      groupsPerCall: options.appendsPerCall ?? 32,
      write: (groups, line) => appendGroups(this.writers[line]!, groups),
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
    for (const writer of this.writers) writer.close();
    await Promise.all([this.writing.end(), this.readers.end()]);
  }
}

type EventRow = [string, string, string, string, string, number, unknown, unknown];

const EVENT = 'position::text, stream, revision::text, id::text, type, schema_version, data, meta';
const READ = statement(
  'es_read',
  `select ${EVENT} from es.event e where stream = $1 and revision >= $2 and not exists (select from es.tombstone t where t.stream = $1) order by e.revision`,
);
const READ_ALL = statement('es_read_all', `select ${EVENT} from es.read_all($1, $2)`);
const HEAD = statement('es_head', 'select es.head()::text');
const DELETE = statement('es_delete', 'select es.delete_stream($1)');

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

/** Whatever the server's or the role's settings say: each statement inside the functions sees what was committed before it. */
const SESSION = `select set_config('default_transaction_isolation', 'read committed', false)`;

/**
 * An append is flushed before it is answered. The functions' plans are made once: made anew for each call, as PostgreSQL would for short
 * arrays, they cost a third of the call. And they are made for the table as it grows, not for an empty one that is scanned quickest.
 */
const WRITING = `${SESSION}, set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false),
  case when current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit', 'on', false) end`;

function pool(config: PoolConfig, name: string, session = SESSION): Pool {
  const verify: PoolConfig['verify'] = (client, done) => {
    client.query(session, (error?: Error) => done(error));
  };
  const made = new Pool({ application_name: name, keepAlive: true, connectionTimeoutMillis: 10_000, ...config, verify });
  // A connection that dies while idle is dropped by the pool, and the next call opens a new one.
  made.on('error', () => undefined);
  return made;
}
