import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Users } from '#access/module';
import type { Assignment } from '../domain/assigned.js';

/** Who was asked to do a task, the newest first, and the names of those users. */
export interface AssignmentsOf {
  readonly assignments: readonly Assignment[];
  readonly names: ReadonlyMap<string, string>;
}

/** For a task that the reader was shown: who may see it is decided where its row is read. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
  ) {}

  async of(taskId: string): Promise<AssignmentsOf> {
    const [row]: { assigned: readonly Assignment[] | null }[] = await this.database.query(
      `select w.doc -> 'assigned' -> $1::text as assigned from deadlines.work w
       where w.id = (select t.work_id from deadlines.task t where t.task_id = $1::uuid limit 1)`,
      [taskId],
    );
    const assignments = [...(row?.assigned ?? [])].reverse();
    const ids = new Set(assignments.flatMap(({ by, to }) => [by, ...(to === null ? [] : [to])]));
    return { assignments, names: await this.users.names([...ids]) };
  }
}
