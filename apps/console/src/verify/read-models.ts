import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { migrated } from '#database/module';
import type { Schema } from '#database';
import type { Projection } from '#event-sourcing';
import type { EventStore, Sealer, StreamTypes } from '#event-store';
import { Poison, Projector } from '#event-store/module';
import { type Finding, finding, type Progress } from './record.js';

export interface ReadModelsToCheck {
  readonly databaseUrl: string;
  readonly tables: Schema;
  readonly live: DataSource;
  readonly running: Pick<Projector, 'waitFor'>;
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly types: StreamTypes;
  readonly projections: readonly Projection[];
}

const PATIENCE_MS = 60_000;
const ATTEMPTS = 3;

/**
 * Builds every read model again from the record in a database of its own, which is dropped afterwards, and compares it with the live one:
 * how many rows, and a checksum over all of them. Live ones are read when they have passed the end of the record; while others go on
 * recording it is tried again.
 */
export async function checkReadModels(checked: ReadModelsToCheck, progress: Progress): Promise<Finding[]> {
  const { store, running, live, projections } = checked;
  if (projections.length === 0) return [finding('read models', [], 'there are none')];
  return withScratch(checked.databaseUrl, async (url) => {
    const scratch = await migrated({ url, ...checked.tables, poolSize: 4 });
    const { sealer, types } = checked;
    const rebuilder = new Projector({ database: scratch, store, sealer, types, projections });
    try {
      for (let attempt = 1; ; attempt += 1) {
        await rebuilder.rebuildAll(({ events }) => progress(`Rebuilding read models beside the live ones: ${events} events`));
        const head = await store.head();
        const caughtUp = head === null || (await running.waitFor(head, PATIENCE_MS));
        const findings = await compared(live, scratch, projections);
        if (findings.every(({ whole }) => whole)) return findings;
        if (!caughtUp) return [...findings, finding('read models', ['they do not reach the end of the record'], '')];
        if ((await store.head()) === head && attempt > 1) return findings;
        if (attempt === ATTEMPTS) return findings;
      }
    } catch (error) {
      // An event that no read model can be made from: what it is stands in the message.
      if (error instanceof Poison) return [finding('read models', [error.message], '')];
      throw error;
    } finally {
      await rebuilder.stop();
      await scratch.destroy();
    }
  });
}

async function compared(live: DataSource, scratch: DataSource, projections: readonly Projection[]): Promise<Finding[]> {
  return Promise.all(
    projections.map(async ({ name, table }) => {
      const [here, there] = await Promise.all([sumOf(live, table), sumOf(scratch, table)]);
      const says = `${here.rows} rows, as rebuilt`;
      if (here.sum === there.sum && here.rows === there.rows) return finding(`read model ${name}`, [], says);
      const wrong = here.rows === there.rows ? 'the rows differ from those rebuilt' : `${here.rows} rows, but ${there.rows} when rebuilt`;
      return finding(`read model ${name}`, [`${wrong}. Repair it with: npm run console -- rebuild ${name}`], '');
    }),
  );
}

async function sumOf(database: DataSource, table: string): Promise<{ readonly rows: number; readonly sum: string }> {
  const entity = database.entityMetadatas.find(({ tableName, tablePath }) => tablePath === table || tableName === table);
  if (!entity) throw new Error(`No entity has the table ${table}`);
  const path = `"${entity.schema ?? 'public'}"."${entity.tableName}"`;
  // What the projection writes; a table may have columns for whoever works on from it.
  const columns = entity.columns.map(({ databaseName }) => `t."${databaseName}"`).join(', ');
  // Each row is hashed alone, so that no text grows without end.
  const [row] = await database.query<{ rows: string; sum: string | null }[]>(
    `SELECT count(*) AS rows, md5(string_agg(md5(row(${columns})::text), '' ORDER BY t.id::text COLLATE "C")) AS sum FROM ${path} t`,
  );
  return { rows: Number(row?.rows ?? 0), sum: row?.sum ?? '' };
}

async function withScratch<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `verify_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}
