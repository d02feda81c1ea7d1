import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What forces are told of people they have something on, and what the reaction that tells them must not lose. */
export class Alerts1700000000710 implements MigrationInterface {
  readonly name = 'Alerts1700000000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table histories.alert (
      id text collate "C" primary key,
      force text not null,
      by_force text not null,
      because text not null,
      perpetrator_ids text[] not null,
      cause text not null,
      about jsonb not null,
      raised_at timestamptz not null,
      seen_at timestamptz,
      seen_by text
    )`);
    await runner.query('create index alert_waiting on histories.alert (force, raised_at desc, id desc) where seen_at is null');
    await runner.query('create index alert_seen on histories.alert (force, seen_at desc, id desc) where seen_at is not null');
    await runner.query(`create table histories.part_of_force (
      perpetrator_id text collate "C" not null,
      force text not null,
      primary key (perpetrator_id, force)
    )`);
    await runner.query(`create table histories.linked_pair (
      a text collate "C" not null,
      b text collate "C" not null,
      primary key (a, b)
    )`);
    await runner.query('create index linked_pair_b on histories.linked_pair (b)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table histories.linked_pair, histories.part_of_force, histories.alert');
  }
}
