import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Investigations as they are found and shown. */
export class Cases1700000000460 implements MigrationInterface {
  readonly name = 'Cases1700000000460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema cases');
    await runner.query(`create table cases.case_record (
      id text collate "C" primary key,
      perpetrator_id text not null,
      force text not null,
      opened_on date not null,
      recorded_at timestamptz not null,
      considered text,
      look_again_on date,
      grade text,
      outcome text,
      protected_person_ids text[] not null,
      offence_codes text[] not null,
      doc jsonb not null,
      log jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index case_record_of on cases.case_record (perpetrator_id, opened_on desc, id)');
    await runner.query('create index case_record_newest on cases.case_record (opened_on desc, id desc)');
    await runner.query('create index case_record_of_force on cases.case_record (force, opened_on desc, id desc)');
    await runner.query('create index case_record_offences on cases.case_record using gin (offence_codes)');
    await runner.query('create index case_record_people on cases.case_record using gin (protected_person_ids)');
    await runner.query(
      `create index case_record_not_considered on cases.case_record (force, opened_on) where considered is null or considered in ('deferred', 'unreasoned')`,
    );
    await runner.query('create index case_record_subjects on cases.case_record using gin (subjects)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema cases cascade');
  }
}
