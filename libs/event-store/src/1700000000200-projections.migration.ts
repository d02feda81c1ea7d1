import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each projection is. */
export class Projections1700000000200 implements MigrationInterface {
  readonly name = 'Projections1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema projection');
    await runner.query(`create table projection.checkpoint (
      name text collate "C" primary key,
      version int not null,
      build int not null default 1,
      position text,
      updated_at timestamptz not null default now(),
      failed_at timestamptz,
      failure text
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema projection cascade');
  }
}
