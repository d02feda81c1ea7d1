import { addDays, type ClockStep, formatDate, formatPeriod, type Instant, type LocalDate } from '#calendar';
import { kindRule, type OrderState } from '#orders';
import { v5 as uuidv5 } from 'uuid';
import { type Situation, tasks } from '../domain/clocks.js';
import { kindsOfTask, type Lane, type Team } from '../domain/task-kinds.js';
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
  /** A user's id; null: the team's. */
  readonly owner: string | null;
  /** The first London day on which it is on the list. */
  readonly opens: LocalDate;
  readonly dueBy: LocalDate;
  readonly dueAt: Instant | null;
  /** The last London day on which it is on the list; null: until it is done. */
  readonly lapses: LocalDate | null;
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
  const situation = { ...situationOf(row.doc), beside: [...besideOf(row.doc, beside)] };
  return tasks(situation)
    .filter(({ done, opens }) => !done && opens !== null)
    .flatMap((task) => rowsOf(task, row, situation))
    .filter(({ lapses }) => lapses === null || lapses >= today);
}

function besideOf({ breaches, orders }: DueWork['doc'], beside: OrdersBeside): Set<OrderState> {
  const alleged = Object.values(breaches).flatMap(({ allegations }) => allegations.map(({ orderId }) => orderId));
  return new Set(alleged.flatMap((id) => (orders[id] === undefined ? (beside.get(id) ?? []) : [])));
}

/** The id under which it is known who does the task. */
export function taskIdOf({ id }: Pick<Task, 'id'>): string {
  return uuidv5(id, TASK_IDS);
}

function rowsOf(task: Task, { id: workId, doc }: Pick<DueWork, 'id' | 'doc'>, situation: Situation): TaskRow[] {
  const { opens, dueBy, steps = [] } = task;
  if (opens === null || dueBy === null) return [];
  const { lane, team } = kindsOfTask[task.what];
  const taskId = taskIdOf(task);
  const common = {
    ...{ taskId, workId, perpetratorId: task.about.perpetratorId, force: task.force, kind: task.what, team },
    lane: laneOf(lane, task),
    owner: doc.assigned[taskId]?.at(-1)?.to ?? null,
    ...{ dueAt: task.dueAt ?? null, courtOn: task.courtOn ?? null, waitsFor: task.waitsFor ?? null, why: task.why },
    about: task.about,
    subject: subjectOf(task.about, situation),
  } satisfies Partial<TaskRow>;
  if (steps.length === 0) return [{ id: task.id, ...common, opens, dueBy, lapses: task.lapses, urgent: false, words: task.words }];
  return steps.flatMap((step, nth) => stepRow(task, step, steps[nth + 1], nth) ?? []).map((part) => ({ ...common, ...part }));
}

/** What waits for somebody turns on the task: the next step of one kind may be ours or another's. */
function laneOf(lane: Lane, { waitsFor }: Task): Lane {
  if (lane !== 'own' && lane !== 'waiting') return lane;
  return waitsFor === undefined ? 'own' : 'waiting';
}

/** A step, from its day to the day before the next. Null when it would be over before the task opens. */
function stepRow(
  task: Task,
  step: ClockStep,
  next: ClockStep | undefined,
  nth: number,
): Pick<TaskRow, 'id' | 'opens' | 'dueBy' | 'dueAt' | 'lapses' | 'urgent' | 'words'> | null {
  const opens = task.opens !== null && task.opens > step.from ? task.opens : step.from;
  const lapses = next === undefined ? task.lapses : addDays(next.from, -1);
  if (lapses !== null && lapses < opens) return null;
  return {
    id: `${task.id}@${nth}`,
    opens,
    dueBy: step.by ?? task.dueBy ?? opens,
    // The moment is that of the task; a step with a day of its own has none.
    dueAt: step.at ?? (step.by === undefined || step.by === task.dueBy ? (task.dueAt ?? null) : null),
    lapses,
    urgent: step.urgent,
    words: step.words,
  };
}

function subjectOf({ orderId, breachId, applicationId, caseId }: About, { orders, breaches, applications, cases = [] }: Situation): string {
  const breach = breachId === undefined ? undefined : breaches.find((one) => one.breachId === breachId);
  if (breach) return `${breach.isBreach ? 'Breach' : 'Contact'} of ${formatPeriod(breach.occurred.on, breach.occurred.until)}`;
  const order = orders.find((one) => one.is !== 'unmade' && one.orderId === orderId);
  if (order && order.is !== 'unmade') return `${kindRule(order.kind).short} made ${formatDate(order.made.on)}, ${order.court.name}`;
  const application = applications.find((one) => one.is !== 'not-filed' && one.applicationId === applicationId);
  if (application && application.is !== 'not-filed')
    return `Application filed ${formatDate(application.filedOn)}, ${application.court.name}`;
  if (applicationId !== undefined) return 'Application being drafted';
  const investigation = cases.find((one) => one.is === 'opened' && one.caseId === caseId);
  return investigation?.is === 'opened' ? `Investigation opened ${formatDate(investigation.openedOn)}` : '';
}
