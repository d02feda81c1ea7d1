import { addDays, type LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { MadeOrder } from './order.js';
import { type Obligation, obligationsOf, occasionsBetween } from './obligations.js';

/** Whether an occasion of a requirement was kept; excused: it was missed with a reason that the force accepts. */
export type RequirementResult = 'met' | 'missed' | 'excused';

/** What is recorded of one occasion. Of two about the same the later counts. */
export interface RequirementCheck {
  /** One for all days that were answered together. */
  readonly checkId: string;
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

/** So far back every occasion is listed, whatever is recorded of it; days. Of those before, the ones of which nothing is. */
const LOOKED_AT = 28;

/**
 * The occasions of the last four weeks up to today, those before of which nothing is recorded, back to the making of the order, and what is to
 * be done by a day to come. Oldest first.
 */
export function occasionsToCheck(order: MadeOrder, today: LocalDate): readonly Occasion[] {
  const recent = addDays(today, -LOOKED_AT);
  return obligationsIn(order)
    .flatMap((one) => {
      const first = one.is === 'by-day' ? one.day : one.first;
      const all = occasionsBetween(one, first < recent ? first : recent, one.is === 'by-day' ? one.day : today);
      return all.map((day) => occasionOf(order, one, day)).filter(({ day, result }) => result === null || day >= recent);
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number));
}

/** Those of one wording of which nothing is recorded, to be answered together. */
export interface Span {
  readonly versionId: string;
  /** The clause number. */
  readonly number: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly count: number;
}

/** What lies further back than every occasion is listed for, of each requirement with more than one such. */
export function earlierSpans(order: MadeOrder, today: LocalDate): readonly Span[] {
  const earlier = occasionsToCheck(order, today).filter(({ day }) => day < addDays(today, -LOOKED_AT));
  return [...new Set(earlier.map(({ versionId }) => versionId))].flatMap((versionId) => {
    const of = earlier.filter((one) => one.versionId === versionId);
    const [first, last] = [of[0], of.at(-1)];
    return first && last && of.length > 1 ? [{ versionId, number: first.number, from: first.day, to: last.day, count: of.length }] : [];
  });
}

/** The occasions of this wording from one day to another of which nothing is recorded. */
export function unansweredBetween(order: MadeOrder, versionId: string, from: LocalDate, to: LocalDate): readonly Occasion[] {
  const of = obligationsIn(order).filter((one) => one.versionId === versionId);
  const all = of.flatMap((one) => occasionsBetween(one, from, to).map((day) => occasionOf(order, one, day)));
  return all.filter(({ result }) => result === null);
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
