import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { AccessModule, WhomRecordsAreAbout } from '#access/module';
import { PlacesOnRecord, RecordedHolds } from '#breaches/module';
import { ApplicationsBegun, ExhibitPlaces } from '#cases/module';
import { DatabaseModule } from '#database/module';
import { AlertCounts, ChangeFindings, ControlRooms, HistoriesModule, PackFindings, RecordedPlaces } from '#histories/module';
import type { Clock, MasterKey } from '#event-store';
import { EventStoreModule, Projector } from '#event-store/module';
import { Freshness, NavigationCounts, PagesModule, ReadModels } from '#pages/module';
import { BegunFrom, DraftFindings, ProposalFindings, RecordedOrdersInForce } from '#orders/module';
import { LegalHolds, OrdersInForce, ReportedPlaces, WhomRecordedAbout } from '#people/module';
import { OfflineOptions } from '#histories/module';
import type { DataSource } from 'typeorm';
import { capabilities, tables } from './capabilities.js';
import type { Config } from './config.js';
import { CountedEventStore } from './shell/counted-event-store.js';
import { ErrorPages } from './shell/error-pages.js';
import { HealthApi } from './shell/health.api.js';
import { Metrics } from './shell/metrics.js';
import { METRICS_TOKEN, MetricsReaders } from './shell/metrics-readers.js';
import { ReadersKnown, RecordFreshness } from './shell/record-freshness.js';
import { START_PAGES, StartPage, type StartPages } from './shell/start.page.js';

export interface Surroundings {
  readonly config: Config;
  /** Of the database that is used, embedded or not. */
  readonly databaseUrl: string;
  readonly masterKey: MasterKey;
  /** Another clock, for tests. */
  readonly clock?: Clock;
  readonly warn?: (message: string) => void;
}

const startPages: StartPages = Object.assign({}, ...capabilities.map((capability) => capability.startPages ?? {})) as StartPages;

/** What may hold an erasure is known above the room that erases. */
@Global()
@Module({ providers: [{ provide: LegalHolds, useClass: RecordedHolds }], exports: [LegalHolds] })
class HoldsModule {}

/** Whom the records of each room are about is known to that room. */
@Global()
@Module({
  providers: [
    {
      provide: WhomRecordsAreAbout,
      useFactory: (database: DataSource) =>
        new WhomRecordedAbout(
          database,
          capabilities.flatMap(({ about = [] }) => about),
        ),
      inject: [getDataSourceToken()],
    },
  ],
  exports: [WhomRecordsAreAbout],
})
class WhomModule {}

/** Where things happened is known above the room that hides it in texts. */
@Global()
@Module({ providers: [{ provide: ReportedPlaces, useClass: PlacesOnRecord }], exports: [ReportedPlaces] })
class ReportsModule {}

/** Whether an order is in force is known above the room that finds people. */
@Global()
@Module({ providers: [{ provide: OrdersInForce, useClass: RecordedOrdersInForce }], exports: [OrdersInForce] })
class InForceModule {}

/** The records that files hang on are known above the room that keeps the files. */
@Global()
@Module({ providers: [{ provide: ExhibitPlaces, useClass: RecordedPlaces }], exports: [ExhibitPlaces] })
class PlacesModule {}

/** What is begun from an investigation is known above the room that keeps it. */
@Global()
@Module({ providers: [{ provide: ApplicationsBegun, useClass: BegunFrom }], exports: [ApplicationsBegun] })
class BegunModule {}

/** What waits behind the navigation's links is known above the room that draws it. */
@Global()
@Module({
  imports: [HistoriesModule],
  providers: [{ provide: NavigationCounts, useExisting: AlertCounts }],
  exports: [NavigationCounts],
})
class CountsModule {}

/** What an application or a proposal would tell the respondent is known above the room that prepares it. */
@Global()
@Module({
  imports: [HistoriesModule],
  providers: [
    { provide: DraftFindings, useExisting: PackFindings },
    { provide: ProposalFindings, useExisting: ChangeFindings },
  ],
  exports: [DraftFindings, ProposalFindings],
})
class FindingsModule {}

/** How far the read models are behind is known to whoever keeps them. */
@Global()
@Module({
  providers: [RecordFreshness, { provide: Freshness, useExisting: RecordFreshness }, { provide: APP_INTERCEPTOR, useClass: ReadersKnown }],
  exports: [Freshness],
})
class FreshnessModule {}

/** How long devices may keep what they carry, and whom officers call, is set in the environment. */
class OfflineModule {}

function offline({ offlineHours: hours, controlRooms: numbers }: Config): DynamicModule {
  const providers = [
    { provide: OfflineOptions, useValue: { hours } },
    { provide: ControlRooms, useValue: { numbers } },
  ];
  return { module: OfflineModule, global: true, providers, exports: [OfflineOptions, ControlRooms] };
}

/** The whole web application: the rooms of `capabilities`, and what they stand on. */
@Module({})
export class WebModule {
  static forRoot({ config, databaseUrl, masterKey, clock, warn }: Surroundings): DynamicModule {
    return {
      module: WebModule,
      imports: [
        DatabaseModule.forRoot({ url: databaseUrl, ...tables }),
        EventStoreModule.forRoot({
          store: () => new CountedEventStore(databaseUrl),
          master: masterKey,
          projections: capabilities.flatMap(({ projections = [] }) => projections),
          streamTypes: capabilities.flatMap(({ streamTypes = [] }) => streamTypes),
          reactions: capabilities.flatMap(({ reactions = [] }) => reactions),
          runProjections: config.runProjections,
          ...(clock ? { clock } : {}),
          ...(warn ? { warn } : {}),
        }),
        PagesModule.forRoot({
          demo: config.demo,
          navigation: capabilities.flatMap(({ navigation = [] }) => navigation),
          readModels: { provide: ReadModels, useExisting: Projector },
        }),
        AccessModule.forRoot({ demo: config.demo, idleMinutes: config.sessionIdleMinutes, sessionHours: config.sessionHours }),
        WhomModule,
        HoldsModule,
        ReportsModule,
        InForceModule,
        PlacesModule,
        BegunModule,
        CountsModule,
        FindingsModule,
        FreshnessModule,
        offline(config),
        ...capabilities.flatMap(({ module }) => (module ? [module as new () => object] : [])),
      ],
      controllers: [StartPage, HealthApi],
      providers: [
        Metrics,
        MetricsReaders,
        { provide: METRICS_TOKEN, useValue: config.metricsToken },
        { provide: START_PAGES, useValue: startPages },
        { provide: APP_FILTER, useClass: ErrorPages },
      ],
    };
  }
}
