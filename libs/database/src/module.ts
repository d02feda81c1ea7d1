import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, migrated, type DatabaseOptions } from './data-source.js';

export * from './data-source.js';
export * from './embedded-postgres.js';
export * from './kept-running.js';

/** Opens the database once for the whole application, migrated; every room may then inject TypeORM's `DataSource` and repositories. */
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    const connection = TypeOrmModule.forRootAsync({
      // Nest's retries would hide a wrong address for half a minute.
      useFactory: () => ({ ...dataSourceOptions(options), retryAttempts: 1, toRetry: () => false }),
      dataSourceFactory: () => migrated(options),
    });
    return { module: DatabaseModule, imports: [connection], exports: [connection] };
  }
}
