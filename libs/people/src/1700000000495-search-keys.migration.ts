import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a name is found by however it is spelt: worked out beside the record, in place of a function of the database; and numbers to find parts of. */
export class SearchKeys1700000000495 implements MigrationInterface {
  readonly name = 'SearchKeys1700000000495';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index people.perpetrator_record_sounds');
    await runner.query('drop function people.sounds');
    // Filled when the projection is rebuilt, as its new version makes it be.
    await runner.query(`alter table people.perpetrator_record add column search_keys text[] not null default '{}'`);
    await runner.query('create index perpetrator_record_keys on people.perpetrator_record using gin (search_keys)');
    await runner.query(`alter table people.perpetrator_record add column search_numbers text not null default ''`);
    await runner.query('create index perpetrator_record_number_parts on people.perpetrator_record using gin (search_numbers gin_trgm_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people.perpetrator_record drop column search_keys, drop column search_numbers');
    await runner.query(`create function people.sounds(names text) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(distinct s.code), '{}') from (
        select dmetaphone(w.word) as code from pg_catalog.regexp_split_to_table(names, '\\s+') w (word)
      ) s where s.code <> ''
    $$`);
    await runner.query('create index perpetrator_record_sounds on people.perpetrator_record using gin (people.sounds(search_names))');
  }
}
