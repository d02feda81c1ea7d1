import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Uptake1700000000800 implements MigrationInterface {
  readonly name = 'Uptake1700000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema uptake`);
    await runner.query(`
      create table uptake.fact (
        id text collate "C" primary key,
        what text not null,
        record_id text not null,
        perpetrator_id text not null,
        force text not null,
        on_day date not null,
        kind text,
        in_force datemultirange,
        last_day date,
        served_on date,
        known_on date,
        outcome text,
        determined_on date,
        allowed_on date,
        order_ids text[] not null,
        doc json not null
      )`);
    await runner.query(`create index fact_by_day on uptake.fact (what, on_day, record_id)`);
    await runner.query(`create index fact_of_force_by_day on uptake.fact (force, what, on_day, record_id)`);
    await runner.query(`create index fact_in_force on uptake.fact using gist (in_force) where what = 'order'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema uptake cascade`);
  }
}
