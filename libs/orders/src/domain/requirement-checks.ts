import { addDays, type LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { MadeOrder } from './order.js';
import { type Obligation, obligationsOf, occasionsBetween } from './obligations.js';

/** Whether an occasion of a requirement was kept; excused: it was missed with a reason that the force accepts. */
export type RequirementResult = 'met' | 'missed' | 'excused';

/** What is recorded of one occasion. Of two about the same the later counts. */
export interface RequirementCheck {
  readonly versionId: string;
  readonly day: LocalDate;
  readonly result: RequirementResult;
  readonly note: Personal<string> | null;
}

/** One day on which a requirement was, or is, to be met. */
export interface Occasion {
  /** By its last day, or on that very day. */
  readonly is: 'by-day' | 'on-days';
  readonly conditionId: string;
  readonly versionId: string;
  /** The clause number. */
  readonly number: number;
  readonly day: LocalDate;
  /** Null while nothing is recorded of it. */
  readonly result: RequirementResult | null;
}

/** So far back an occasion can still be answered for; days. */
const LOOKED_AT = 28;

/** The occasions of the last four weeks up to today, and what is to be done by a day to come. Oldest first. */
export function occasionsToCheck(order: MadeOrder, today: LocalDate): readonly Occasion[] {
  return obligationsIn(order)
    .flatMap((one) =>
      occasionsBetween(one, addDays(today, -LOOKED_AT), one.is === 'by-day' ? one.day : today).map((day) => occasionOf(order, one, day)),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number));
}

/** The occasion of this wording on this day; null when it asks for nothing then. */
export function occasionOn(order: MadeOrder, versionId: string, day: LocalDate): Occasion | null {
  const found = obligationsIn(order).find((one) => one.versionId === versionId && occasionsBetween(one, day, day).length > 0);
  return found ? occasionOf(order, found, day) : null;
}

/** What is recorded of it; null while nothing is. */
export function checkedAs(order: MadeOrder, versionId: string, day: LocalDate): RequirementResult | null {
  return order.requirementChecks.findLast((one) => one.versionId === versionId && one.day === day)?.result ?? null;
}

function occasionOf(order: MadeOrder, { is, conditionId, versionId, number }: Dated, day: LocalDate): Occasion {
  return { is, conditionId, versionId, number, day, result: checkedAs(order, versionId, day) };
}

type Dated = Extract<Obligation, { is: 'by-day' | 'on-days' }>;

/** Those with days that are recorded as data. */
function obligationsIn(order: MadeOrder): readonly Dated[] {
  const all = order.conditions.flatMap(({ versions }) => versions.flatMap((version) => obligationsOf(version, order)));
  return all.filter((one): one is Dated => one.is === 'by-day' || one.is === 'on-days');
}
