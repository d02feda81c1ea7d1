import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys per person, wrapped by the master key, and the ledger of the destroyed. Back up `keys` apart from everything else. */
export class Keys1700000000100 implements MigrationInterface {
  readonly name = 'Keys1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema keys');
    await runner.query(`create table keys.person_key (
      person_id text collate "C" primary key,
      wrapped bytea not null,
      created_at timestamptz not null default now()
    )`);
    await runner.query(`create table keys.destroyed (
      person_id text collate "C" primary key,
      destroyed_at timestamptz not null,
      by text not null
    )`);
    // The lock makes a key's creation and its destruction exclude each other: no key is left behind for a person in the ledger.
    await runner.query(`create function keys.create_missing(p_id text[], p_wrapped bytea[]) returns void language plpgsql as $$
    begin
      lock table keys.destroyed in share mode;
      insert into keys.person_key (person_id, wrapped)
        select u.id, u.wrapped from unnest(p_id, p_wrapped) u (id, wrapped)
        where not exists (select from keys.destroyed d where d.person_id = u.id)
        order by u.id
        on conflict do nothing;
    end $$`);
    await runner.query(`create function keys.destroy(p_id text[], p_at timestamptz[], p_by text[]) returns bigint language plpgsql as $$
    declare
      v_gone bigint;
    begin
      lock table keys.destroyed in row exclusive mode;
      insert into keys.destroyed (person_id, destroyed_at, by)
        select u.id, u.at, u.by from unnest(p_id, p_at, p_by) u (id, at, by) order by u.id
        on conflict do nothing;
      delete from keys.person_key k using keys.destroyed d where d.person_id = k.person_id;
      get diagnostics v_gone = row_count;
      return v_gone;
    end $$`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Keys are not removed by a migration: everything sealed under them would be lost.'));
  }
}
