import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Schema } from './index.js';
import { Extensions1600000000000 } from './extensions.migration.js';

export interface DatabaseOptions extends Schema {
  readonly url: string;
  /** Most connections of this process at once; 10 unless told. */
  readonly poolSize?: number;
}

/** Any number of our own, the same in every process, so that one of them migrates and the others wait. */
const migrationLock = 5_317_019;

/** The rooms' schemas as one. */
export function schemas(parts: readonly Schema[]): Schema {
  return { entities: parts.flatMap((part) => part.entities), migrations: parts.flatMap((part) => part.migrations) };
}

export function dataSourceOptions({
  url,
  entities,
  migrations,
  poolSize = 10,
}: DatabaseOptions): DataSourceOptions & { type: 'postgres'; url: string } {
  return {
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [Extensions1600000000000, ...migrations],
    migrationsRun: false,
    synchronize: false,
    poolSize,
    applicationName: 'orderwatch',
    extra: { connectionTimeoutMillis: 10_000 },
    // A failed query's parameters may be personal: errors are reported by whoever catches them, without parameters.
    logging: false,
  };
}

/** An open data source whose migrations have run. Safe in several processes at once: they take turns by a lock of the session. */
export async function migrated(options: DatabaseOptions): Promise<DataSource> {
  const lock = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 10_000 });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = await new DataSource(dataSourceOptions(options)).initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
      return source;
    } catch (error) {
      await source.destroy();
      throw error;
    }
  } finally {
    await lock.end();
  }
}
