import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Breaches as they are found and shown, and what the policy that flags affected breaches must not lose. */
export class Breaches1700000000600 implements MigrationInterface {
  readonly name = 'Breaches1700000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema breaches');
    await runner.query(`create table breaches.breach_record (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      occurred_on date not null,
      occurred_until date not null,
      reported_at timestamptz not null,
      recorded_at timestamptz not null,
      alleged_at timestamptz,
      status text not null,
      is_breach boolean not null,
      order_ids text[] not null,
      open_flags int not null,
      doc jsonb not null,
      log json not null,
      subjects text[] not null
    )`);
    await runner.query('create index breach_record_of on breaches.breach_record (perpetrator_id, occurred_on desc, id)');
    await runner.query('create index breach_record_orders on breaches.breach_record using gin (order_ids)');
    await runner.query('create index breach_record_flags on breaches.breach_record (force) where open_flags > 0');
    await runner.query('create index breach_record_subjects on breaches.breach_record using gin (subjects)');
    await runner.query(`create table breaches.pinned_order (
      order_id text collate "C" not null,
      breach_id text collate "C" not null,
      primary key (order_id, breach_id)
    )`);
    await runner.query(`create table breaches.reported_of (
      perpetrator_id text collate "C" not null,
      breach_id text collate "C" not null,
      primary key (perpetrator_id, breach_id)
    )`);
    await runner.query(`create table breaches.order_of (
      order_id text collate "C" primary key,
      perpetrator_id text collate "C" not null
    )`);
    await runner.query('create index order_of_perpetrator on breaches.order_of (perpetrator_id)');
    await runner.query(`create table breaches.one_person (
      a text collate "C" not null,
      b text collate "C" not null,
      primary key (a, b)
    )`);
    await runner.query('create index one_person_b on breaches.one_person (b)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema breaches cascade');
  }
}
