import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exhibits as they are listed. Their sealed bytes lie with those of all files. */
export class Exhibits1700000000470 implements MigrationInterface {
  readonly name = 'Exhibits1700000000470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema if not exists cases');
    await runner.query(`create table cases.exhibit (
      id text collate "C" primary key,
      place_kind text not null,
      place_id text not null,
      perpetrator_id text not null,
      force text not null,
      nth integer not null,
      received_at timestamptz not null,
      received_by text not null,
      doc jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index exhibit_of_place on cases.exhibit (place_id, nth)');
    await runner.query('create index exhibit_about on cases.exhibit (perpetrator_id)');
    await runner.query('create index exhibit_subjects on cases.exhibit using gin (subjects)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cases.exhibit');
  }
}
