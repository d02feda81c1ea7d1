import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications while they are prepared, as they are listed and shown, and what is recorded beside them of respondents under 18. */
export class ApplicationDrafts1700000000510 implements MigrationInterface {
  readonly name = 'ApplicationDrafts1700000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table orders.application_draft (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      owner text not null,
      state text not null,
      begun_on date not null,
      changed_at timestamptz not null,
      next_step jsonb,
      sections jsonb not null,
      doc jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index application_draft_of on orders.application_draft (perpetrator_id, begun_on desc, id desc)');
    await runner.query(
      "create index application_draft_open on orders.application_draft (force, changed_at, id) where state not in ('filed', 'abandoned')",
    );
    await runner.query('create index application_draft_subjects on orders.application_draft using gin (subjects)');
    await runner.query(`create table orders.youth_record (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      doc jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index youth_record_subjects on orders.youth_record using gin (subjects)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table orders.youth_record');
    await runner.query('drop table orders.application_draft');
  }
}
