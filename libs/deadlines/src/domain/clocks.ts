import { type Instant, type LocalDate, londonDate } from '#calendar';
import type { BreachState } from '#breaches';
import type { CaseState } from '#cases';
import type { ApplicationState, MadeOrder, OrderState } from '#orders';
import { applicationTasks } from './application-clocks.js';
import { caseTasks } from './case-clocks.js';
import { breachTasks } from './breach-clocks.js';
import { proposalTasks } from './proposal-clocks.js';
import { requirementTasks } from './requirement-clocks.js';
import { orderTasks } from './order-clocks.js';
import { type Due, dueOn, type Task } from './task.js';

/** What is recorded of one perpetrator. */
export interface Situation {
  readonly orders: readonly OrderState[];
  readonly applications: readonly ApplicationState[];
  readonly breaches: readonly BreachState[];
  readonly cases?: readonly CaseState[];
  /** London days on which facts without a day of their own were recorded, by the id of what they are about. */
  readonly noted?: Readonly<Record<string, LocalDate>>;
}

/** Every task that the facts set, done or not. The same on whatever day it is asked. */
export function tasks({ orders, applications, breaches, cases = [], noted = {} }: Situation): Task[] {
  const made = orders.filter((order): order is MadeOrder => order.is !== 'unmade');
  return [
    ...cases.flatMap(caseTasks),
    ...applications.flatMap((application) => applicationTasks(application, noted)),
    ...made.flatMap((order) => [...orderTasks(order, applications, made), ...proposalTasks(order, noted), ...requirementTasks(order)]),
    ...breaches.filter(({ status }) => status !== 'none').flatMap((breach) => breachTasks(breach, made)),
  ];
}

/** Every clock as it stands at `now`: the overdue first, then by the day due; clocks that wait for a day and what is done come last. */
export function clocks(situation: Situation, now: Instant): Due[] {
  const today = londonDate(now);
  return tasks(situation)
    .flatMap((task) => dueOn(task, today) ?? [])
    .sort(inOrder);
}

function inOrder(a: Due, b: Due): number {
  const place = ({ state, dueBy, id }: Due) => `${state === 'done' ? 1 : 0} ${dueBy ?? '9999-12-31'} ${id}`;
  const [left, right] = [place(a), place(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
