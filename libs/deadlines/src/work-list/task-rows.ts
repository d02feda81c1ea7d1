import { addDays, type ClockStep, formatDate, formatPeriod, type Instant, type LocalDate, londonDate } from '#calendar';
import { kindRule, type OrderState } from '#orders';
import { v5 as uuidv5 } from 'uuid';
import { comesRound, LAID_OUT_FOR } from '../domain/requirement-clocks.js';
import { type Situation, tasks } from '../domain/clocks.js';
import { harmRank, kindsOfTask, type Lane, type Team } from '../domain/task-kinds.js';
import type { About, Task, TaskKind } from '../domain/task.js';
import { type DueWork, situationOf } from './due-work.js';

/** Permanent: assignments are kept under ids made with it. */
const TASK_IDS = '5d0b5c0e-7a0d-5b52-9d43-0c6b7a1f2e31';

/** One row of the work list: a task, or one step of it, as it stands from `opens` to `lapses`. Holds no personal data. */
export interface TaskRow {
  readonly id: string;
  /** Of the task, whatever its step: assignments hang on it. */
  readonly taskId: string;
  /** The row of `deadlines.work` it is made from. */
  readonly workId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly kind: TaskKind;
  readonly lane: Lane;
  readonly team: Team;
  /** 0 for what does most harm when it is late. */
  readonly harm: number;
  /** A user's id; null: the team's. */
  readonly owner: string | null;
  /** The first London day on which it is on the list. */
  readonly opens: LocalDate;
  /** On that day only after this moment; null: all day. */
  readonly opensAt: Instant | null;
  readonly dueBy: LocalDate;
  readonly dueAt: Instant | null;
  /** What rows of one day are sorted by: the moment, or the day’s last where none is known. */
  readonly dueMoment: Instant;
  /** The last London day on which it is on the list; null: until it is done. */
  readonly lapses: LocalDate | null;
  /** On that day only until this moment; null: all day. */
  readonly lapsesAt: Instant | null;
  /** The day in court it is for. */
  readonly courtOn: LocalDate | null;
  readonly urgent: boolean;
  readonly words: string;
  readonly why: string;
  /** What it is about, in words: `SPO made 2 Mar 2026, Testville`. */
  readonly subject: string;
  readonly waitsFor: string | null;
  readonly about: About;
}

/** Orders of other forces, by id. */
export type OrdersBeside = ReadonlyMap<string, OrderState>;

/**
 * The rows that what is recorded of one perpetrator by one force makes, without what is done and what nobody needs any more by `today`.
 * `beside`: those of other forces that are alleged against.
 */
export function taskRows(row: Pick<DueWork, 'id' | 'doc'>, today: LocalDate, beside: OrdersBeside = new Map()): TaskRow[] {
  return laidOut(row, today, beside).rows;
}

/** The same, and the day on which they are to be made again even if nothing is recorded till then: null where none need be. */
export function laidOut(
  row: Pick<DueWork, 'id' | 'doc'>,
  today: LocalDate,
  beside: OrdersBeside = new Map(),
): { readonly rows: TaskRow[]; readonly again: LocalDate | null } {
  const situation = { ...situationOf(row.doc), beside: besideOf(row.doc, beside) };
  const rows = tasks(situation, today)
    .filter(({ done, opens }) => !done && opens !== null)
    .flatMap((task) => rowsOf(task, row, situation))
    .filter(({ lapses }) => lapses === null || lapses >= today);
  return {
    rows: eachByItself(rows),
    again: situation.orders.some((order) => comesRound(order, today)) ? addDays(today, LAID_OUT_FOR) : null,
  };
}

/** No two rows of one id: of what two rules call the same, both are shown. */
function eachByItself(rows: readonly TaskRow[]): TaskRow[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const nth = (times.get(row.id) ?? 0) + 1;
    times.set(row.id, nth);
    return nth === 1 ? row : { ...row, id: `${row.id}#${nth}` };
  });
}

/** Whether an incident is alleged to be a breach of an order that the force does not keep. */
export function restsOnOthers(doc: DueWork['doc']): boolean {
  return allegedElsewhere(doc).length > 0;
}

function besideOf(doc: DueWork['doc'], beside: OrdersBeside): OrderState[] {
  return [...new Set(allegedElsewhere(doc))].flatMap((id) => beside.get(id) ?? []);
}

function allegedElsewhere({ breaches, orders }: DueWork['doc']): string[] {
  const alleged = Object.values(breaches).flatMap(({ allegations }) => allegations.map(({ orderId }) => orderId));
  return alleged.filter((id) => orders[id] === undefined);
}

/** The id under which it is known who does the task. */
export function taskIdOf({ id, series = id }: Pick<Task, 'id' | 'series'>): string {
  return uuidv5(series, TASK_IDS);
}

function rowsOf(task: Task, { id: workId, doc }: Pick<DueWork, 'id' | 'doc'>, situation: Situation): TaskRow[] {
  const { opens, dueBy, steps = [] } = task;
  if (opens === null || dueBy === null) return [];
  const { lane, team } = kindsOfTask[task.what];
  const taskId = taskIdOf(task);
  const common = {
    ...{ taskId, workId, perpetratorId: task.about.perpetratorId, force: task.force, kind: task.what, team, harm: harmRank(task.what) },
    lane: laneOf(lane, task),
    owner: doc.assigned[taskId]?.at(-1)?.to ?? null,
    ...{ dueAt: task.dueAt ?? null, courtOn: task.courtOn ?? null, waitsFor: task.waitsFor ?? null, why: task.why },
    about: task.about,
    subject: subjectOf(task.about, situation),
  } satisfies Partial<TaskRow>;
  const whole = { opensAt: null, lapsesAt: null, urgent: false };
  const rows =
    steps.length === 0
      ? [{ id: task.id, ...common, ...whole, opens, dueBy, lapses: task.lapses, words: task.words }]
      : steps.flatMap((step, nth) => stepRow(task, step, steps[nth + 1], nth) ?? []).map((part) => ({ ...common, ...part }));
  return rows.map((row) => ({ ...row, dueMoment: row.dueAt ?? `${row.dueBy}T23:59:59.999Z` }));
}

/** What waits for somebody turns on the task: the next step of one kind may be ours or another's. */
function laneOf(lane: Lane, { waitsFor }: Task): Lane {
  if (lane !== 'own' && lane !== 'waiting') return lane;
  return waitsFor === undefined ? 'own' : 'waiting';
}

/** A step, from its beginning to that of the next, as `clockAt` chooses among them. Null when it would be over before the task opens. */
function stepRow(
  task: Task,
  step: ClockStep,
  next: ClockStep | undefined,
  nth: number,
): Pick<TaskRow, 'id' | 'opens' | 'opensAt' | 'dueBy' | 'dueAt' | 'lapses' | 'lapsesAt' | 'urgent' | 'words'> | null {
  const opens = task.opens !== null && task.opens > step.from ? task.opens : step.from;
  // A moment from which on the next stands: until then, on that day, this one does.
  const lapsesAt = next?.after !== undefined && londonDate(next.after) >= next.from ? next.after : null;
  const lapses = next === undefined ? task.lapses : lapsesAt === null ? addDays(next.from, -1) : londonDate(lapsesAt);
  if (lapses !== null && lapses < opens) return null;
  return {
    id: `${task.id}@${nth}`,
    opens,
    opensAt: step.after ?? null,
    dueBy: step.by ?? task.dueBy ?? opens,
    // The moment is that of the task; a step with a day of its own has none.
    dueAt: step.at ?? (step.by === undefined || step.by === task.dueBy ? (task.dueAt ?? null) : null),
    lapses,
    lapsesAt,
    urgent: step.urgent,
    words: step.words,
  };
}

function subjectOf(
  { orderId, breachId, applicationId, caseId, protectedPersonId }: About,
  { orders, breaches, applications, cases = [] }: Situation,
): string {
  const breach = breachId === undefined ? undefined : breaches.find((one) => one.breachId === breachId);
  if (breach) return `${breach.isBreach ? 'Breach' : 'Contact'} of ${formatPeriod(breach.occurred.on, breach.occurred.until)}`;
  const order = orders.find((one) => one.is !== 'unmade' && one.orderId === orderId);
  if (order && order.is !== 'unmade') return `${kindRule(order.kind).short} made ${formatDate(order.made.on)}, ${order.court.name}`;
  const application = applications.find((one) => one.is !== 'not-filed' && one.applicationId === applicationId);
  if (application && application.is !== 'not-filed')
    return `Application filed ${formatDate(application.filedOn)}, ${application.court.name}`;
  if (applicationId !== undefined) return 'Application being drafted';
  const investigation = cases.find((one) => one.is === 'opened' && one.caseId === caseId);
  if (investigation?.is === 'opened') return `Investigation opened ${formatDate(investigation.openedOn)}`;
  return protectedPersonId === undefined ? '' : 'Handover of a protected person';
}
