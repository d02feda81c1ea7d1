import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import { daysBetween, type Instant, isLocalDate, type LocalDate, londonDate } from '#calendar';
import { isCursorNumber, isCursorText, listing, type Listing, readCursor, readDayCursor } from '#pages';
import type { PersonName } from '#people';
import { HARMS, harmRank, type Lane, nextFor, type Team } from '../domain/task-kinds.js';
import type { About, TaskKind } from '../domain/task.js';
import { SettleWork } from './settle-work.projection.js';
import { type Days, isOverdue, type Part, type PartOf, partOf, type WorkFilter } from './work-list.js';

/** One row of the list as a reader sees it. */
export interface WorkRow {
  readonly id: string;
  readonly taskId: string;
  readonly perpetratorId: string;
  /** Null once the person was erased. */
  readonly name: PersonName | null;
  readonly what: TaskKind;
  readonly lane: Lane;
  readonly team: Team;
  /** A user's id; null: the team's. */
  readonly owner: string | null;
  /** Whether the owner may open the record of the person; true where there is no owner. */
  readonly ownerReads: boolean;
  readonly dueBy: LocalDate;
  readonly dueAt: Instant | null;
  readonly courtOn: LocalDate | null;
  /** Whole days until the end of `dueBy`; negative once it has passed. */
  readonly daysLeft: number;
  readonly state: 'due' | 'overdue';
  readonly urgent: boolean;
  readonly words: string;
  readonly why: string;
  readonly subject: string;
  readonly waitsFor: string | null;
  readonly about: About;
  readonly next: { readonly text: string; readonly href: string };
}

/** Rows of one part. `count`: how many it has, by `MOST_COUNTED` at most; null on a page after the first. */
export interface WorkPart extends Listing<WorkRow> {
  readonly count: number | null;
}

/** Counted no further, so that a list costs the same however much is recorded. */
export const MOST_COUNTED = 100;

/** One part of the viewer's force's list: the earliest day first; of what is late or due within the week, what does most harm first. */
export class GetWork extends Query<WorkPart> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: Omit<WorkFilter, 'part'>,
    readonly part: Part,
    readonly now: Instant,
    /** How many rows. */
    readonly size: number,
    /** Cursor of the part after an earlier one. */
    readonly after: string | null = null,
  ) {
    super();
  }
}

const columns = `t.id, t.task_id::text as "taskId", t.perpetrator_id as "perpetratorId", t.kind as what, t.lane, t.team, t.owner,
  (t.owner is null or not person.restricted or t.owner = any (person.readers)) as "ownerReads", t.due_by::text as "dueBy",
  t.court_on::text as "courtOn", t.harm, t.due_moment::text as "dueMoment", t.doc, person.doc -> 'identity' -> 'value' -> 'name' as name`;
const tables = 'deadlines.task t join people.perpetrator_record person on person.id = t.perpetrator_id';
/** Steps of one task may follow one another on one day: those that are on the list then (`isListed`), or are still to come. */
const hasOpened = (today: string, now: string) => `t.opens <= ${today}::date and (t.opens_at is null or t.opens_at < ${now}::timestamptz)`;
export const hasNotLapsed = (today: string, now: string): string =>
  `(t.lapses is null or t.lapses >= ${today}::date) and (t.lapses_at is null or t.lapses_at >= ${now}::timestamptz)`;
/** Nobody is told any more whose data was erased. */
export const canBeTold = `(t.kind not in ('tell-of-order', 'tell-victim', 'tell-victim-next') or not exists (select from people.protected_person_record v
  where v.id = t.doc -> 'about' ->> 'protectedPersonId' and v.doc ->> 'is' = 'erased'))`;

type Found = Omit<WorkRow, 'daysLeft' | 'state' | 'next' | keyof Prepared> & {
  readonly doc: Prepared;
  readonly harm: number;
  readonly dueMoment: string;
};
type Prepared = Pick<WorkRow, 'words' | 'why' | 'subject' | 'waitsFor' | 'urgent' | 'dueAt' | 'about'>;

@QueryHandler(GetWork)
export class GetWorkHandler implements IQueryHandler<GetWork> {
  constructor(
    private readonly database: DataSource,
    private readonly settling: SettleWork,
  ) {}

  /** Read along an index from the first day on: as much work for one page however much is recorded. Other forces' rows are not there. */
  async execute({ viewer, filter, part, now, size, after }: GetWork): Promise<WorkPart> {
    await this.settling.settled();
    const today = londonDate(now);
    const { by, days, byHarm } = partOf(part, today, may(viewer, 'authorise-application'));
    const parameters: unknown[] = [];
    const $ = (value: unknown): string => `$${parameters.push(value)}`;
    const where = [
      `t.force = ${$(viewer.force)}`,
      ...inDays(by, days, $),
      hasOpened($(today), $(now)),
      hasNotLapsed($(today), $(now)),
      visiblePersonSql(viewer, 'person', parameters),
      canBeTold,
      ...(filter.kinds.length === 1 ? [`t.kind = ${$(filter.kinds[0])}`] : []),
      ...(filter.kinds.length > 1 ? [`t.kind = any (${$(filter.kinds)}::text[])`] : []),
      ...(filter.owner === 'nobody' ? ['t.owner is null'] : filter.owner === null ? [] : [`t.owner = ${$(filter.owner)}`]),
      ...(filter.team === null ? [] : [`t.team = ${$(filter.team)}`]),
      ...(filter.from === null ? [] : [`t.due_by >= ${$(filter.from)}::date`]),
      ...(filter.to === null ? [] : [`t.due_by <= ${$(filter.to)}::date`]),
    ];
    const read = byHarm
      ? await this.byHarm({ where, parameters }, filter.kinds.map(harmRank), size, after)
      : await this.byDay({ where, parameters }, by, size, after);
    const { items, next } = read;
    const count = after !== null ? null : next === null ? items.length : await this.count(where, parameters);
    return { items: items.map((row) => workRow(row, now, viewer)), next, count };
  }

  private async byDay({ where, parameters }: Asked, by: PartOf['by'], size: number, after: string | null): Promise<Listing<Found>> {
    const from = readDayCursor(after);
    const more = [...parameters];
    const beyond = from === null ? [] : [`(t.${by}, t.id) > ($${more.push(from[0])}::date, $${more.push(from[1])})`];
    const found: Found[] = await this.database.query(
      `select ${columns} from ${tables} where ${[...where, ...beyond].join(' and ')} order by t.${by}, t.id limit ${size + 1}`,
      more,
    );
    return listing(found, size, (row) => [by === 'due_by' ? row.dueBy : (row.courtOn ?? ''), row.id]);
  }

  /** One harm after the other until the page is full, each read along an index. `kinds`: the harms of the kinds asked for; none for all. */
  private async byHarm(
    { where, parameters }: Asked,
    kinds: readonly number[],
    size: number,
    after: string | null,
  ): Promise<Listing<Found>> {
    const from = readHarmCursor(after);
    const found: Found[] = [];
    for (const harm of HARMS.keys()) {
      if (found.length > size || harm < (from?.harm ?? 0) || (kinds.length > 0 && !kinds.includes(harm))) continue;
      const more = [...parameters];
      const $ = (value: unknown): string => `$${more.push(value)}`;
      const beyond =
        from?.harm === harm
          ? [`(t.due_by, t.due_moment, t.id) > (${$(from.day)}::date, ${$(from.moment)}::timestamptz, ${$(from.id)})`]
          : [];
      const next: Found[] = await this.database.query(
        `select ${columns} from ${tables} where t.harm = ${$(harm)} and ${[...where, ...beyond].join(' and ')}
         order by t.due_by, t.due_moment, t.id limit ${size + 1 - found.length}`,
        more,
      );
      found.push(...next);
    }
    return listing(found, size, (row) => [row.harm, row.dueBy, row.dueMoment, row.id]);
  }

  private async count(where: readonly string[], parameters: readonly unknown[]): Promise<number> {
    const [found]: { count: number }[] = await this.database.query(
      `select count(*)::int as count from (select 1 from ${tables} where ${where.join(' and ')} limit ${MOST_COUNTED}) counted`,
      [...parameters],
    );
    return found?.count ?? 0;
  }
}

/** Rows of the viewer's force by the ids of their tasks, those of people the viewer may see. */
export class GetTasks extends Query<readonly WorkRow[]> {
  constructor(
    readonly viewer: Viewer,
    readonly taskIds: readonly string[],
    readonly now: Instant,
  ) {
    super();
  }
}

@QueryHandler(GetTasks)
export class GetTasksHandler implements IQueryHandler<GetTasks> {
  constructor(
    private readonly database: DataSource,
    private readonly settling: SettleWork,
  ) {}

  /** Of several steps of one task the one that stands today, else the first to come. */
  async execute({ viewer, taskIds, now }: GetTasks): Promise<readonly WorkRow[]> {
    await this.settling.settled();
    const parameters: unknown[] = [viewer.force, taskIds, londonDate(now), now];
    const found: Found[] = await this.database.query(
      `select distinct on (t.task_id) ${columns} from ${tables}
       where t.force = $1 and t.task_id = any ($2::uuid[]) and ${hasNotLapsed('$3', '$4')}
         and ${visiblePersonSql(viewer, 'person', parameters)} order by t.task_id, t.opens, t.opens_at nulls first, t.id`,
      parameters,
    );
    const rows = found.map((row) => workRow(row, now, viewer));
    return rows.sort((a, b) => (a.dueBy + a.id < b.dueBy + b.id ? -1 : 1));
  }
}

/** One range of days first, so that an index is read from its beginning to its end, then each lane's own. */
function inDays(by: PartOf['by'], days: readonly Days[], $: (value: unknown) => string): string[] {
  const between = (first: LocalDate, last: LocalDate) => `t.${by} between ${$(first)}::date and ${$(last)}::date`;
  const inLanes = (lanes: readonly Lane[]) => (lanes.length === 1 ? `t.lane = ${$(lanes[0])}` : `t.lane = any (${$(lanes)}::text[])`);
  const [only] = days;
  if (only && days.length === 1) return [between(only.first, only.last), ...(only.lanes === null ? [] : [inLanes(only.lanes)])];
  const [firsts, lasts] = [days.map(({ first }) => first).sort(), days.map(({ last }) => last).sort()];
  const each = days.map(({ lanes, first, last }) => `${lanes === null ? '' : `${inLanes(lanes)} and `}${between(first, last)}`);
  return [between(firsts[0] ?? '', lasts.at(-1) ?? ''), `(${each.join(' or ')})`];
}

interface Asked {
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
}

interface HarmCursor {
  readonly harm: number;
  readonly day: LocalDate;
  readonly moment: string;
  readonly id: string;
}

function readHarmCursor(text: string | null): HarmCursor | null {
  const from = readCursor(text, isCursorNumber, isLocalDate, isMoment, isCursorText);
  if (from === null) return null;
  const [harm, day, moment, id] = from;
  return { harm, day, moment, id };
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(value);
}

function workRow({ doc, harm: _harm, dueMoment: _moment, ...row }: Found, now: Instant, viewer: Viewer): WorkRow {
  const daysLeft = daysBetween(londonDate(now), row.dueBy);
  const state = isOverdue({ ...row, dueAt: doc.dueAt }, now) ? 'overdue' : 'due';
  return { ...row, ...doc, daysLeft, state, next: nextFor(row.what, doc.about, viewer) };
}
