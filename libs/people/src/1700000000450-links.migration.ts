import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pairs of records may be, are or are not of one person, and what finds them. */
export class Links1700000000450 implements MigrationInterface {
  readonly name = 'Links1700000000450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function people.postcodes(doc jsonb) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(distinct p.code), '{}') from (
        select pg_catalog.upper(pg_catalog.replace(a.known->'address'->'value'->>'postcode', ' ', '')) as code
        from pg_catalog.jsonb_array_elements(doc->'addresses') a (known)
      ) p where p.code <> ''
    $$`);
    await runner.query('create index perpetrator_record_postcodes on people.perpetrator_record using gin (people.postcodes(doc))');
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
    await runner.query('create table people.policy_checkpoint (name text primary key, position text)');
    await runner.query(`insert into people.policy_checkpoint (name) values ('find-links')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table people.policy_checkpoint');
    await runner.query('drop table people.link');
    await runner.query('drop index people.perpetrator_record_postcodes');
    await runner.query('drop function people.postcodes(jsonb)');
  }
}
