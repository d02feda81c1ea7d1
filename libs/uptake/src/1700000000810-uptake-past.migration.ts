import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UptakePast1700000000810 implements MigrationInterface {
  readonly name = 'UptakePast1700000000810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table uptake.past (id text collate "C" primary key, versions jsonb not null, doc json not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table uptake.past`);
  }
}
