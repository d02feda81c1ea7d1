import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventStoreSchema } from './schema.js';

/** Creates the event store's schema `es`. It is never taken back: what it holds is the record. */
export class EventStore1700000000000 implements MigrationInterface {
  readonly name = 'EventStore1700000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of eventStoreSchema) await queryRunner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The event store is not removed by a migration. Restore a backup taken before it was made.'));
  }
}
