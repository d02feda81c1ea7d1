import { type Instant, type LocalDate, londonDate } from '#calendar';
import type { BreachState, Telling } from '#breaches';
import type { CaseState } from '#cases';
import type { ApplicationState, MadeOrder, OrderState } from '#orders';
import type { VictimRights } from '#people';
import { applicationTasks } from './application-clocks.js';
import { conditionTasks } from './condition-clocks.js';
import { caseTasks } from './case-clocks.js';
import { breachTasks } from './breach-clocks.js';
import { type AskedOf, handoverTasks } from './handover-clocks.js';
import { moveTasks } from './move-clocks.js';
import { proposalTasks } from './proposal-clocks.js';
import { receivedOf } from './received.js';
import { requirementTasks } from './requirement-clocks.js';
import { orderTasks } from './order-clocks.js';
import { tellingTasks } from './telling-clocks.js';
import { toldElsewhere } from './told-elsewhere.js';
import type { BirthCorrected } from './youth-clocks.js';
import { type Due, dueOn, type Task } from './task.js';

/** What is recorded of one perpetrator. */
export interface Situation {
  readonly orders: readonly OrderState[];
  readonly applications: readonly ApplicationState[];
  readonly breaches: readonly BreachState[];
  readonly cases?: readonly CaseState[];
  /** London days on which facts without a day of their own were recorded, by the id of what they are about. */
  readonly noted?: Readonly<Record<string, LocalDate>>;
  /** What was decided of telling the people whom orders protect. */
  readonly tellings?: readonly Telling[];
  /** London days on which news of orders was recorded, by `<order>:<news>`. */
  readonly received?: Readonly<Record<string, LocalDate>>;
  /** When it was recorded of an incident that it is alleged to be a breach, by its id. */
  readonly alleged?: Readonly<Record<string, Instant | null>>;
  /** Orders of other forces that incidents are alleged against: nothing is to be done about them here. */
  readonly beside?: readonly OrderState[];
  /** What this force owes to protected people; Enhanced Rights to whoever is not here. */
  readonly rights?: Readonly<Record<string, VictimRights>>;
  /** Which force looks after a protected person since when, of those who were handed over to another. */
  readonly moved?: Readonly<Record<string, { readonly to: string; readonly on: LocalDate }>>;
  /** Who waits for the force's answer whether it looks after them. */
  readonly handovers?: readonly AskedOf[];
  /** When the respondent turns 18, where the date of birth was corrected; null or absent where it was not. */
  readonly birth?: BirthCorrected | null;
}

/**
 * Every task that the facts set, done or not. The same on whatever day it is asked, but for what comes round, of which the occasions about
 * `today` are laid out.
 */
export function tasks(
  {
    orders,
    applications,
    breaches,
    cases = [],
    noted = {},
    moved = {},
    handovers = [],
    alleged = {},
    beside = [],
    birth = null,
    ...telling
  }: Situation,
  today: LocalDate,
): Task[] {
  const incidents = cases.flatMap((one) => (one.is === 'opened' ? one.incidents : []));
  const made = orders.filter((order): order is MadeOrder => order.is !== 'unmade');
  const all = [
    ...cases.flatMap((investigation) => caseTasks(investigation, noted)),
    ...applications.flatMap((application) => applicationTasks(application, noted, incidents, birth)),
    ...made.flatMap((order) => [
      ...orderTasks(order, applications, made, { received: receivedOf(order, telling.received), noted }),
      ...proposalTasks(order, noted),
      ...requirementTasks(order, today),
      ...conditionTasks(order),
    ]),
    ...made.flatMap((order) => [...tellingTasks(order, telling), ...moveTasks(order, { moved })]),
    ...handoverTasks(handovers),
    ...breaches
      .filter(({ status }) => status !== 'none')
      .flatMap((breach) => breachTasks(breach, [...orders, ...beside], { ...telling, alleged })),
  ];
  return all.flatMap((task) => toldElsewhere(task, moved));
}

/** Every clock as it stands at `now`: the overdue first, then by the day due; clocks that wait for a day and what is done come last. */
export function clocks(situation: Situation, now: Instant): Due[] {
  return tasks(situation, londonDate(now))
    .flatMap((task) => dueOn(task, now) ?? [])
    .sort(inOrder);
}

function inOrder(a: Due, b: Due): number {
  const place = ({ state, dueBy, id }: Due) => `${state === 'done' ? 1 : 0} ${dueBy ?? '9999-12-31'} ${id}`;
  const [left, right] = [place(a), place(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
