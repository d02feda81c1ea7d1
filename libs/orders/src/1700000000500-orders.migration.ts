import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders and applications as they are listed and shown. */
export class Orders1700000000500 implements MigrationInterface {
  readonly name = 'Orders1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema orders');
    await runner.query(`create table orders.order_record (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      kind text not null,
      application_id text,
      made_on date not null,
      end_is text not null,
      last_day date,
      ended_because text,
      ended_on date,
      served_on date,
      protected_person_ids text[] not null,
      noted_by jsonb not null,
      recorded_at timestamptz not null,
      doc json not null,
      subjects text[] not null
    )`);
    await runner.query('create index order_record_against on orders.order_record (perpetrator_id, made_on desc, id desc)');
    await runner.query('create index order_record_protects on orders.order_record using gin (protected_person_ids)');
    await runner.query('create index order_record_ending on orders.order_record (last_day) where ended_on is null');
    await runner.query('create index order_record_unserved on orders.order_record (made_on) where served_on is null and ended_on is null');
    await runner.query('create index order_record_of_force on orders.order_record (force, perpetrator_id) where ended_on is null');
    await runner.query('create index order_record_subjects on orders.order_record using gin (subjects)');
    await runner.query(`create table orders.application_record (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      filed_on date not null,
      outcome text,
      determined_on date,
      recorded_at timestamptz not null,
      doc jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index application_record_against on orders.application_record (perpetrator_id, filed_on desc, id desc)');
    await runner.query('create index application_record_subjects on orders.application_record using gin (subjects)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema orders cascade');
  }
}
