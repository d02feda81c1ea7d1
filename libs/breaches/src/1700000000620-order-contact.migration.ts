import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What protected people were told of orders. */
export class OrderContact1700000000620 implements MigrationInterface {
  readonly name = 'OrderContact1700000000620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table breaches.order_contact (
      id text collate "C" primary key,
      perpetrator_id text not null,
      received jsonb not null,
      tellings jsonb not null,
      subjects text[] not null
    )`);
    await runner.query('create index order_contact_subjects on breaches.order_contact using gin (subjects)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table breaches.order_contact');
  }
}
