import type { DataSource } from 'typeorm';
import type { Query } from './projector-table.js';

/** How far a projection is, as the database knows it. */
export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  /** Counts the tables swapped in. */
  readonly build: number;
  readonly position: string | null;
  readonly failedAt: string | null;
  readonly failure: string | null;
}

/** What the next write of a projection relies on: it fails when another process wrote, or a rebuilt table was swapped in. */
export interface Before {
  readonly name: string;
  readonly version: number;
  readonly build: number;
  readonly position: string | null;
}

/** The table of checkpoints. Its row locks put the writes of one projection in order, over all processes. */
export class Checkpoints {
  constructor(private readonly database: DataSource) {}

  async all(): Promise<Checkpoint[]> {
    const rows: (Omit<Checkpoint, 'failedAt'> & { failed_at: Date | null })[] = await this.database.query(
      'select name, version, build, position, failed_at, failure from projection.checkpoint',
    );
    return rows.map(({ failed_at: at, ...row }) => ({ ...row, failedAt: at?.toISOString() ?? null }));
  }

  /** A projection seen for the first time starts before the first event. */
  async ensure(projections: readonly { name: string; version: number }[]): Promise<void> {
    await this.database.query(
      'insert into projection.checkpoint (name, version) select * from unnest($1::text[], $2::int[]) on conflict do nothing',
      [projections.map(({ name }) => name), projections.map(({ version }) => version)],
    );
  }

  /** Moves checkpoints from where they are believed to be; the names of those that were there. Within the caller's transaction. */
  async advance(query: Query, before: readonly Before[], position: string): Promise<Set<string>> {
    const moved = await query<{ name: string }>(
      `with moved as (
         update projection.checkpoint c set position = $5, updated_at = now(), failed_at = null, failure = null
         from unnest($1::text[], $2::int[], $3::int[], $4::text[]) b (name, version, build, position)
         where c.name = b.name and c.version = b.version and c.build = b.build and c.position is not distinct from b.position
         returning c.name)
       select name from moved`,
      [
        before.map(({ name }) => name),
        before.map(({ version }) => version),
        before.map(({ build }) => build),
        before.map((one) => one.position),
        position,
      ],
    );
    return new Set(moved.map(({ name }) => name));
  }

  /** Says for everyone to see why the projection stopped. `failure` holds no personal data. */
  async fail(name: string, failure: string): Promise<void> {
    await this.database.query('update projection.checkpoint set failed_at = now(), failure = $2 where name = $1', [name, failure]);
  }

  /** Locks the row until the caller's transaction ends: nobody else writes the projection. */
  async lock(query: Query, name: string): Promise<{ position: string | null }> {
    const [row] = await query<{ position: string | null }>('select position from projection.checkpoint where name = $1 for update', [name]);
    if (!row) throw new Error(`Projection ${name} has no checkpoint`);
    return row;
  }

  async replace(query: Query, name: string, version: number, position: string | null): Promise<void> {
    await query(
      `with replaced as (update projection.checkpoint set version = $2, build = build + 1, position = $3, updated_at = now(), failed_at = null, failure = null where name = $1 returning 1)
       select 1 from replaced`,
      [name, version, position],
    );
  }
}

/** One transaction. It need not be flushed: rows and checkpoint are lost together, and the events are still there. */
export function inTransaction<T>(database: DataSource, work: (query: Query) => Promise<T>): Promise<T> {
  return database.transaction('READ COMMITTED', async (manager) => {
    await manager.query('set local synchronous_commit = off');
    return work((sql, parameters) => manager.query(sql, parameters));
  });
}
