import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The records of perpetrators and protected people as they are found and shown, and searches kept for a while. */
export class People1700000000400 implements MigrationInterface {
  readonly name = 'People1700000000400';

  async up(runner: QueryRunner): Promise<void> {
    const [extension] = (await runner.query(
      `select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'fuzzystrmatch'`,
    )) as { schema: string }[];
    if (!extension) throw new Error('The extension fuzzystrmatch is missing');
    await runner.query('create schema people');
    // How each word sounds to an English ear. Names are qualified because indexes are built with an empty search path.
    await runner.query(`create function people.sounds(names text) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(distinct s.code), '{}') from (
        select ${extension.schema}.dmetaphone(w.word) as code from pg_catalog.regexp_split_to_table(names, '\\s+') w (word)
      ) s where s.code <> ''
    $$`);
    await runner.query(`create table people.perpetrator_record (
      id text collate "C" primary key,
      force text not null,
      restricted boolean not null,
      readers text[] not null,
      recorded_at timestamptz not null,
      doc jsonb not null,
      search_names text not null,
      date_of_birth date,
      identifiers text[] not null,
      nominals text[] not null,
      subjects text[] not null
    )`);
    await runner.query('create index perpetrator_record_names on people.perpetrator_record using gin (search_names gin_trgm_ops)');
    await runner.query('create index perpetrator_record_sounds on people.perpetrator_record using gin (people.sounds(search_names))');
    await runner.query('create index perpetrator_record_numbers on people.perpetrator_record using gin (identifiers, nominals)');
    await runner.query('create index perpetrator_record_born on people.perpetrator_record (date_of_birth)');
    await runner.query('create index perpetrator_record_of_force on people.perpetrator_record (force, recorded_at desc, id)');
    await runner.query('create index perpetrator_record_subjects on people.perpetrator_record using gin (subjects)');
    await runner.query(`create index perpetrator_record_erased on people.perpetrator_record (id) where doc->>'is' = 'erased'`);
    await runner.query(`create table people.protected_person_record (
      id text collate "C" primary key,
      force text not null,
      safeguarding text not null,
      perpetrator_id text collate "C",
      recorded_at timestamptz not null,
      safeguarding_since timestamptz,
      doc jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index protected_person_record_from on people.protected_person_record (perpetrator_id)');
    await runner.query('create index protected_person_record_subjects on people.protected_person_record using gin (subjects)');
    await runner.query(`create index protected_person_record_erased on people.protected_person_record (id) where doc->>'is' = 'erased'`);
    await runner.query(`create table people.search (
      id uuid primary key,
      user_id text not null,
      terms jsonb not null,
      expires_at timestamptz not null
    )`);
    await runner.query('create index search_expiry on people.search (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema people cascade');
  }
}
