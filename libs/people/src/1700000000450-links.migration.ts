import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pairs of records may be, are or are not of one person, and what finds them. */
export class Links1700000000450 implements MigrationInterface {
  readonly name = 'Links1700000000450';

  async up(runner: QueryRunner): Promise<void> {
    // Filled when the projection is rebuilt, as its new version makes it be.
    await runner.query(`alter table people.perpetrator_record add column blocking text[] not null default '{}'`);
    await runner.query('create index perpetrator_record_blocking on people.perpetrator_record using gin (blocking)');
    await runner.query(`create table people.link (
      id text collate "C" primary key,
      a text collate "C" not null,
      b text collate "C" not null,
      state text not null,
      as_kind text not null,
      weight double precision not null,
      offered_at timestamptz,
      changes jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index link_a on people.link (a)');
    await runner.query('create index link_b on people.link (b)');
    await runner.query(`create index link_waiting on people.link (weight desc, id) where state = 'offered'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table people.link');
    await runner.query('alter table people.perpetrator_record drop column blocking');
  }
}
