import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deadlines1700000000900 implements MigrationInterface {
  readonly name = 'Deadlines1700000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema deadlines`);
    await runner.query(`
      create table deadlines.work (
        id text collate "C" primary key,
        perpetrator_id text not null,
        force text not null,
        next_due date,
        doc json not null
      )`);
    await runner.query(`create index work_next on deadlines.work (next_due, id) where next_due is not null`);
    await runner.query(`create index work_of_force_next on deadlines.work (force, next_due, id) where next_due is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema deadlines cascade`);
  }
}
