import { Pool } from 'pg';
import { type Append, type Appended, EventStore, type Expected, type NewEvent, type StoredEvent, type Subscription } from '#event-store';

type Database = Pick<Pool, 'query'>;

export const naiveSchema = `create table naive (
  position bigserial primary key, stream text not null, revision bigint not null, id uuid not null,
  type text not null, schema_version int not null, data jsonb not null, meta jsonb not null
)`;

/** Wrong on purpose, the way event stores on PostgreSQL usually are: a bare sequence, SELECT then INSERT, and readers that ask for what is beyond the last they saw. */
export class NaiveStore extends EventStore {
  readonly capabilities = { atomicAppendMany: true };
  private readonly pool: Pool;

  constructor(url: string) {
    super();
    this.pool = new Pool({ connectionString: url, max: 8 });
  }

  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    return naiveAppend(this.pool, stream, expected, events);
  }

  async appendMany(appends: readonly Append[]): Promise<Appended[]> {
    const verdicts: Appended[] = [];
    for (const { stream, expected, events } of appends) verdicts.push(await this.append(stream, expected, events));
    return verdicts;
  }

  read(stream: string, from = 0n): Promise<StoredEvent[]> {
    return this.select('stream = $1 and revision >= $2 order by revision', [stream, from]);
  }

  readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    return this.select('position > $1 order by position limit $2', [after ?? '0', limit]);
  }

  async head(): Promise<string | null> {
    const { rows } = await this.pool.query<{ position: string | null }>('select max(position) as position from naive');
    return rows[0]?.position ?? null;
  }

  subscribe(
    after: string | null,
    handle: (batch: readonly StoredEvent[]) => Promise<void>,
    failed: (error: unknown) => void,
  ): Subscription {
    const state = { stopped: false };
    const follow = async (): Promise<void> => {
      for (let last = after; !state.stopped;) {
        const batch = await this.readAll(last, 100);
        last = batch.at(-1)?.position ?? last;
        if (batch.length > 0) await handle(batch);
      }
    };
    const following = follow().catch(failed);
    return {
      stop() {
        state.stopped = true;
        return following;
      },
    };
  }

  async delete(stream: string): Promise<void> {
    await this.pool.query('delete from naive where stream = $1', [stream]);
  }

  compare(a: string, b: string): number {
    return Number(BigInt(a) - BigInt(b));
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async select(where: string, values: unknown[]): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query<Omit<StoredEvent, 'revision'> & { revision: string }>(
      `select id, type, schema_version as "schemaVersion", data, meta, stream, revision, position from naive where ${where}`,
      values,
    );
    return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
  }
}

export async function naiveAppend(database: Database, stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
  const { rows } = await database.query<{ last: string | null }>('select max(revision) as last from naive where stream = $1', [stream]);
  const last = BigInt(rows[0]?.last ?? -1);
  const holds = expected === 'any' || (expected === 'none' ? last < 0n : expected === 'exists' ? last >= 0n : last <= expected);
  if (!holds) return { ok: false, conflict: true, actual: last < 0n ? 'none' : last };
  let position = '';
  for (const [at, { id, type, schemaVersion, data, meta }] of events.entries()) {
    const inserted = await database.query<{ position: string }>(
      'insert into naive (stream, revision, id, type, schema_version, data, meta) values ($1, $2, $3, $4, $5, $6, $7) returning position',
      [stream, last + BigInt(at + 1), id, type, schemaVersion, JSON.stringify(data), JSON.stringify(meta)],
    );
    position = inserted.rows[0]?.position ?? '';
  }
  return { ok: true, duplicate: false, revision: last + BigInt(events.length), position };
}
