import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row for each task, read along indexes; what it is made from; and the secret addresses of calendar feeds. */
export class WorkList1700000000910 implements MigrationInterface {
  readonly name = 'WorkList1700000000910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index deadlines.work_next`);
    await runner.query(`drop index deadlines.work_of_force_next`);
    await runner.query(`
      alter table deadlines.work drop column next_due, add column facts int not null default 0, add column settled int not null default 0, add column again_on date, add column set_aside int,
        add column subjects text[] not null default '{}'`);
    await runner.query(`create index work_unsettled on deadlines.work (id) where facts <> settled`);
    await runner.query(`create index work_set_aside on deadlines.work (force) where set_aside is not null`);
    await runner.query(`create index work_again on deadlines.work (again_on) where again_on is not null`);
    await runner.query(`create index work_of_person on deadlines.work (perpetrator_id)`);
    await runner.query(`create index work_by_subject on deadlines.work using gin (subjects) where subjects <> '{}'`);
    await runner.query(`
      create table deadlines.task (
        id text collate "C" primary key,
        task_id uuid not null,
        work_id text collate "C" not null,
        perpetrator_id text not null,
        force text not null,
        kind text not null,
        lane text not null,
        team text not null,
        harm smallint not null,
        owner text,
        opens date not null,
        opens_at timestamptz,
        due_by date not null,
        due_moment timestamptz not null,
        lapses date,
        lapses_at timestamptz,
        court_on date,
        doc jsonb not null
      )`);
    await runner.query(`create index task_of_work on deadlines.task (work_id)`);
    await runner.query(`create index task_by_task on deadlines.task (task_id)`);
    await runner.query(`create index task_due on deadlines.task (force, due_by, id)`);
    await runner.query(`create index task_by_harm on deadlines.task (force, harm, due_by, due_moment, id)`);
    await runner.query(`create index task_due_in_lane on deadlines.task (force, lane, due_by, id)`);
    await runner.query(`create index task_due_of_kind on deadlines.task (force, kind, due_by, id)`);
    await runner.query(`create index task_due_of_owner on deadlines.task (force, owner, due_by, id) where owner is not null`);
    await runner.query(`create index task_in_court on deadlines.task (force, court_on, id) where court_on is not null`);
    await runner.query(`create index task_lapsing on deadlines.task (lapses) where lapses is not null`);
    await runner.query(`
      create table deadlines.calendar (
        token_hash bytea primary key,
        user_id uuid not null unique,
        made_at timestamptz not null,
        read_at timestamptz,
        reads_since timestamptz,
        reads int not null default 0
      )`);
    await runner.query(`
      create table deadlines.calendar_entry (
        user_id uuid not null,
        uid text collate "C" not null,
        entry jsonb not null,
        primary key (user_id, uid)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deadlines.calendar_entry, deadlines.calendar, deadlines.task`);
    await runner.query(
      `alter table deadlines.work drop column facts, drop column settled, drop column set_aside, drop column again_on, drop column subjects, add column next_due date`,
    );
    await runner.query(`create index work_next on deadlines.work (next_due, id) where next_due is not null`);
    await runner.query(`create index work_of_force_next on deadlines.work (force, next_due, id) where next_due is not null`);
  }
}
