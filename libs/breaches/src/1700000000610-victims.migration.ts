import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the breaches that were done to one protected person. */
export class Victims1700000000610 implements MigrationInterface {
  readonly name = 'Victims1700000000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index breach_record_victims on breaches.breach_record using gin ((doc -> 'protectedPersonIds'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index breaches.breach_record_victims');
  }
}
