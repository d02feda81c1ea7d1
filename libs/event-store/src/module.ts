import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Fact, Projection, StreamType } from '#event-sourcing';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, SystemClock } from './clock.js';
import { EventStore } from './event-store.js';
import { Projections1700000000200 } from './1700000000200-projections.migration.js';
import { Reactions1700000000210 } from './1700000000210-reactions.migration.js';
import { EventStore1700000000000 } from './postgres/1700000000000-event-store.migration.js';
import { Projector } from './projector.js';
import { Keys1700000000100 } from './sealing/1700000000100-keys.migration.js';
import { SealedFiles1700000000110 } from './sealing/1700000000110-sealed-files.migration.js';
import { Turns } from './reaction-turns.js';
import { Reactions } from './reactions.js';
import { Keyring } from './sealing/keyring.js';
import { MasterKey } from './sealing/master-key.js';
import { PostgresKeyring } from './sealing/postgres-keyring.js';
import { PostgresSealedFiles } from './sealing/postgres-sealed-files.js';
import { SealedFiles } from './sealing/sealed-files.js';
import { Sealer } from './sealing/sealer.js';
import { StreamTypes } from './stream-types.js';
import { Streams } from './streams.js';

export * from './1700000000200-projections.migration.js';
export * from './1700000000210-reactions.migration.js';
export * from './postgres/1700000000000-event-store.migration.js';
export * from './projector.js';
export { Poison } from './projector-runner.js';
export { Reaction } from './reaction.js';
export { type Transaction, Turns } from './reaction-turns.js';
export { Reactions, type ReactionStatus } from './reactions.js';
export * from './sealing/1700000000100-keys.migration.js';
export * from './sealing/postgres-keyring.js';

/** What this room keeps in the database, for `#database/module`. */
export const eventStoreTables = {
  entities: [],
  migrations: [EventStore1700000000000, Keys1700000000100, SealedFiles1700000000110, Projections1700000000200, Reactions1700000000210],
};

export interface EventStoreModuleOptions {
  /** The adapter; the module closes it. It may be made from the data source, for instance from its address. */
  readonly store: (database: DataSource) => EventStore | Promise<EventStore>;
  readonly master: MasterKey;
  readonly projections: readonly Projection[];
  readonly streamTypes: readonly StreamType<unknown, Fact>[];
  /** The names of all reactions, in whichever process they run. */
  readonly reactions: readonly string[];
  /** Whether this process runs projections (or stands by to). Waiting for them works either way. */
  readonly runProjections: boolean;
  /** Another clock, for tests. */
  readonly clock?: Clock;
  /** The W3C trace context of the present request. */
  readonly traceparent?: () => string | undefined;
  /** Told of passing troubles of the projector. */
  readonly warn?: (message: string) => void;
}

const OPTIONS = Symbol('event store options');

/** Starts the projections with the application, and closes all when it ends. */
@Injectable()
class EventStoreLife implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(OPTIONS) private readonly options: EventStoreModuleOptions,
    @Inject(Projector) private readonly projector: Projector,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.runProjections) await this.projector.start();
  }

  /** While the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.projector.stop();
  }

  /** When no request is under way any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

/** Provides `EventStore`, `Streams`, `StreamTypes`, `Sealer`, `SealedFiles`, `Keyring`, `Projector`, `Reactions` and `Clock` everywhere. Needs `DatabaseModule`. */
@Global()
@Module({})
export class EventStoreModule {
  static forRoot(options: EventStoreModuleOptions): DynamicModule {
    const database = getDataSourceToken();
    return {
      module: EventStoreModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: Clock, useFactory: () => options.clock ?? new SystemClock() },
        { provide: MasterKey, useValue: options.master },
        { provide: EventStore, useFactory: options.store, inject: [database] },
        { provide: Keyring, useFactory: (source: DataSource) => new PostgresKeyring(source, options.master), inject: [database] },
        { provide: Sealer, useFactory: (keyring: Keyring) => new Sealer(keyring, options.master), inject: [Keyring] },
        {
          provide: SealedFiles,
          useFactory: (source: DataSource, sealer: Sealer) => new PostgresSealedFiles(source, sealer),
          inject: [database, Sealer],
        },
        { provide: StreamTypes, useFactory: () => new StreamTypes(options.streamTypes) },
        {
          provide: Streams,
          useFactory: (store: EventStore, sealer: Sealer) => new Streams(store, sealer, options.traceparent),
          inject: [EventStore, Sealer],
        },
        {
          provide: Projector,
          useFactory: (source: DataSource, store: EventStore, sealer: Sealer, types: StreamTypes) =>
            new Projector({ database: source, store, sealer, types, projections: options.projections, warn: options.warn }),
          inject: [database, EventStore, Sealer, StreamTypes],
        },
        { provide: Turns, useFactory: (source: DataSource) => new Turns(source), inject: [database] },
        {
          provide: Reactions,
          useFactory: (turns: Turns, store: EventStore) => new Reactions(turns, store, options.reactions),
          inject: [Turns, EventStore],
        },
        EventStoreLife,
      ],
      exports: [Clock, EventStore, Keyring, Sealer, SealedFiles, StreamTypes, Streams, Projector, Turns, Reactions],
    };
  }
}
