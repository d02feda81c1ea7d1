import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Histories1700000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists histories`);
    await runner.query(`
      create table histories.fact (
        id uuid primary key,
        perpetrator_id text not null,
        stream text not null,
        revision integer not null,
        type text not null,
        sort_at timestamptz not null,
        recorded_at timestamptz not null,
        on_day date not null,
        until_day date not null,
        kind text not null,
        force text not null,
        order_ids text[] not null,
        fact json not null,
        envelope json not null,
        subjects text[] not null default '{}'
      )`);
    await runner.query(`create index fact_newest_first on histories.fact (perpetrator_id, sort_at desc, id desc)`);
    await runner.query(`create index fact_subjects on histories.fact using gin (subjects)`);
    await runner.query(`
      create table histories.perpetrator_summary (
        id text primary key,
        doc json not null,
        subjects text[] not null default '{}'
      )`);
    await runner.query(`create index perpetrator_summary_subjects on histories.perpetrator_summary using gin (subjects)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema histories cascade`);
  }
}
