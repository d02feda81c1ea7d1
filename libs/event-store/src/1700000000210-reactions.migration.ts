import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each reaction is. */
export class Reactions1700000000210 implements MigrationInterface {
  readonly name = 'Reactions1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table projection.reaction (
      name text collate "C" primary key,
      position text,
      failed_at timestamptz,
      failure text
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table projection.reaction');
  }
}
