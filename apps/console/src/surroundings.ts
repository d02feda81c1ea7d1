import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrated, startEmbeddedPostgres } from '#database/module';
import { type EventStore, type Keyring, type MasterKey, PostgresEventStore, Sealer, StreamTypes } from '#event-store';
import { PostgresKeyring, Projector, Reactions, Turns } from '#event-store/module';
import type { DataSource } from 'typeorm';
import { capabilities, tables } from '../../web/src/capabilities.js';
import { masterKey } from '../../web/src/master-key.js';
import { log, NestLog } from '../../web/src/shell/log.js';
import { WebModule } from '../../web/src/web.module.js';
import type { ConsoleConfig } from './config.js';

/** What a command works on. */
export interface Surroundings {
  readonly config: ConsoleConfig;
  /** Of the database that is used, embedded or not. */
  readonly databaseUrl: string;
  readonly masterKey: MasterKey;
}

/** Does `work` with the database running; an embedded one that nobody else uses is stopped afterwards. */
export async function withDatabase<T>(config: ConsoleConfig, work: (surroundings: Surroundings) => Promise<T>): Promise<T> {
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.resolve(config.dataFolder, 'postgres') }) : null;
  try {
    const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
    return await work({ config, databaseUrl, masterKey: await masterKey(config, databaseUrl) });
  } finally {
    await embedded?.stop();
  }
}

/** The record and its surroundings, without the application: nothing is started, nothing is recorded by itself. */
export interface Parts {
  readonly databaseUrl: string;
  readonly database: DataSource;
  readonly store: EventStore;
  readonly keyring: Keyring;
  readonly masterKey: MasterKey;
  readonly sealer: Sealer;
  readonly types: StreamTypes;
  readonly projector: Projector;
  readonly reactions: Reactions;
}

/** Does `work` with the record of a migrated database. */
export async function withParts<T>({ databaseUrl, masterKey: key }: Surroundings, work: (parts: Parts) => Promise<T>): Promise<T> {
  const database = await migrated({ url: databaseUrl, ...tables });
  const store = new PostgresEventStore(databaseUrl);
  const keyring = new PostgresKeyring(database, key);
  const sealer = new Sealer(keyring, key);
  const types = new StreamTypes(capabilities.flatMap(({ streamTypes = [] }) => streamTypes));
  const projections = capabilities.flatMap((capability) => capability.projections ?? []);
  const projector = new Projector({ database, store, sealer, types, projections });
  const names = capabilities.flatMap((capability) => capability.reactions ?? []);
  const reactions = new Reactions(new Turns(database), store, names);
  try {
    return await work({ databaseUrl, database, store, keyring, masterKey: key, sealer, types, projector, reactions });
  } finally {
    await projector.stop();
    await store.close();
    await database.destroy();
  }
}

/** Does `work` with every room of the application, migrated, its projections running and without HTTP. */
export async function withApplication<T>(
  { config, databaseUrl, masterKey: key }: Surroundings,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const lines = log(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const module = WebModule.forRoot({
    config: { ...config, runProjections: true },
    databaseUrl,
    masterKey: key,
    warn: (message) => lines.warn(message),
  });
  const app = await NestFactory.createApplicationContext(module, { logger: new NestLog(lines), abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
