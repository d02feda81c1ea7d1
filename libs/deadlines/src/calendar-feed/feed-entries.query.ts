import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { force as forceOf, may, type Viewer, visiblePersonSql } from '#access';
import { addDays, type Instant, type LocalDate } from '#calendar';
import { kindsOfTask, type Lane } from '../domain/task-kinds.js';
import type { About, TaskKind } from '../domain/task.js';
import { SettleWork } from '../work-list/settle-work.projection.js';
import { canBeTold } from '../work-list/work-list.query.js';
import type { CalendarEntry } from './icalendar.js';

/** Entries from so many days ago to so many days ahead, and no more than this. */
const [BACK, AHEAD, MOST] = [30, 180, 2_000];

interface Found {
  readonly id: string;
  readonly taskId: string;
  readonly what: TaskKind;
  readonly lane: Lane;
  readonly dueBy: LocalDate;
  readonly dueAt: Instant | null;
  readonly about: About;
}

/** What a user's calendar shows: the hearings of the force, and the deadlines that are theirs or their team's. */
@Injectable()
export class FeedEntries {
  constructor(
    private readonly database: DataSource,
    private readonly settling: SettleWork,
  ) {}

  /** Names nobody, and tells nobody’s birthday. Of a requirement that comes round only the next occasion and those that were missed lately. */
  async for(viewer: Viewer, today: LocalDate): Promise<readonly CalendarEntry[]> {
    await this.settling.settled();
    const teams = ['legal', 'officers'].filter((team) =>
      team === 'legal' ? may(viewer, 'record-application') : may(viewer, 'record-service'),
    );
    const parameters: unknown[] = [viewer.force, addDays(today, -BACK), addDays(today, AHEAD), today, viewer.userId, teams];
    const found: Found[] = await this.database.query(
      `select distinct on (t.due_by, t.doc ->> 'dueAt', t.task_id) t.id, t.task_id::text as "taskId", t.kind as what, t.lane, t.due_by::text as "dueBy", t.doc ->> 'dueAt' as "dueAt", t.doc -> 'about' as about
       from deadlines.task t join people.perpetrator_record person on person.id = t.perpetrator_id
       where t.force = $1 and t.due_by between $2::date and $3::date and (t.lapses is null or t.lapses >= $4::date)
         and (t.lane <> 'hearing' or t.due_by = t.court_on)
         and t.kind <> 'review-at-18'
         and (t.kind <> 'requirement' or t.opens <= $4::date)
         and (t.lane = 'hearing' or t.owner = $5 or (t.owner is null and t.team = any ($6::text[])))
         and ${canBeTold} and ${visiblePersonSql(viewer, 'person', parameters)} order by t.due_by, t.doc ->> 'dueAt', t.task_id, t.id limit ${MOST}`,
      parameters,
    );
    return found.map((row) => entryOf(row, viewer.force));
  }
}

function entryOf({ id, taskId, what, lane, dueBy, dueAt, about }: Found, force: string): CalendarEntry {
  const { name } = kindsOfTask[what];
  // Of several steps each day, or moment of it, has an entry of its own, which stays when the words of the step change.
  const step = lane !== 'hearing' && id.includes('@') ? `-${dueAt ?? dueBy}` : '';
  return {
    uid: `${taskId}${step}@orderwatch`,
    at: dueAt ?? dueBy,
    summary: `${lane === 'hearing' ? name : `Due: ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`}, ${thing(about)}, ${forceOf(force)?.name ?? force}`,
    path: `/work/tasks/${taskId}`,
  };
}

/** `application …1a2b`: enough to tell two apart, and nobody's name. */
function thing({ breachId, orderId, applicationId, caseId, perpetratorId }: About): string {
  const [what, id] =
    breachId !== undefined
      ? ['breach', breachId]
      : orderId !== undefined
        ? ['order', orderId]
        : applicationId !== undefined
          ? ['application', applicationId]
          : caseId !== undefined
            ? ['investigation', caseId]
            : ['record', perpetratorId];
  return `${what} …${id.slice(-4)}`;
}
