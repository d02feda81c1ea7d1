import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sealed bytes of files. They are no read model: a backup carries them. */
export class SealedFiles1700000000110 implements MigrationInterface {
  readonly name = 'SealedFiles1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema files');
    await runner.query(`create table files.sealed_piece (
      content_id text collate "C",
      nth integer,
      pieces integer not null,
      about text[] not null,
      sealed bytea not null,
      primary key (content_id, nth)
    )`);
    // Sealed bytes do not get smaller.
    await runner.query('alter table files.sealed_piece alter column sealed set storage external');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Files are not removed by a migration: they are nowhere else.'));
  }
}
