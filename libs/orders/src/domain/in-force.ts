import type { Condition, ConditionVersion } from './conditions.js';
import { byMomentOf, passed, reaches, type End, type Moment, type When } from './moments.js';
import type { MadeOrder, OrderState } from './order.js';

/** Why an order was not in force then. */
export type WhyNot = 'not-yet-made' | 'ended' | 'discharged' | 'quashed' | 'ceased' | 'recorded-in-error';

/**
 * Whether the order was in force then. Service plays no part: an order binds from its making. An `end` that is unknown counts as in
 * force, and is there to be seen. `time-needed`: it began or ended on that very day, so the answer turns on the hour;
 * `missing` says whether the time of what is asked about is not known, or the order's own.
 */
export type InForce = OrderAnswer | TimeNeeded<OrderAnswer>;

export interface TimeNeeded<Answer> {
  readonly is: 'time-needed';
  readonly missing: 'time-asked' | 'time-of-order';
  /** What the answer may be. */
  readonly candidates: readonly Answer[];
}

export type OrderAnswer = { readonly is: 'in-force'; readonly end: End } | { readonly is: 'not-in-force'; readonly because: WhyNot };

/** Why a condition bound nobody then: the order did not, or the condition itself did not. */
export type WhyConditionNot = WhyNot | 'not-yet-added' | 'removed' | 'own-end';

export type ConditionAnswer =
  { readonly is: 'in-force'; readonly version: ConditionVersion } | { readonly is: 'not-in-force'; readonly because: WhyConditionNot };

/** One condition as it stood then: which version of its words, none, or (on a day of change) one of several. */
export type ConditionThen = { readonly conditionId: string } & (ConditionAnswer | TimeNeeded<ConditionAnswer>);

/** Whether the order was in force then (last day included, London). */
export function inForceAt(order: OrderState, when: When): InForce {
  if (order.is === 'unmade') return { is: 'not-in-force', because: 'not-yet-made' };
  return settle(possibleOrders(order, when), when, turns(order));
}

/** Every condition the order ever had, as it stood then. */
export function conditionsInForceAt(order: OrderState, when: When): readonly ConditionThen[] {
  if (order.is === 'unmade') return [];
  const ofOrder = possibleOrders(order, when);
  return order.conditions.map((condition) => {
    const steps = stepsOf(condition);
    const candidates = ofOrder.flatMap((answer): readonly ConditionAnswer[] =>
      answer.is === 'in-force' ? possibleVersions(steps, when) : [answer],
    );
    return { conditionId: condition.conditionId, ...settle(candidates, when, [...turns(order), ...steps.map((step) => step.from)]) };
  });
}

function possibleOrders(order: MadeOrder, when: When): readonly OrderAnswer[] {
  const byItsEnds = possible(order.ends, when).map((set): OrderAnswer => {
    if (!set) return { is: 'not-in-force', because: 'not-yet-made' };
    return reaches(set.end, when.on)
      ? { is: 'in-force', end: set.end }
      : { is: 'not-in-force', because: set.by === 'discharge' ? 'discharged' : 'ended' };
  });
  if (order.is === 'standing') return byItsEnds;
  const over: OrderAnswer = { is: 'not-in-force', because: order.over.because };
  if (order.over.because === 'recorded-in-error') return [over];
  const overThen = passed(order.over.at, when);
  return byItsEnds.flatMap((answer) => {
    if (overThen === 'no' || (answer.is === 'not-in-force' && answer.because === 'not-yet-made')) return [answer];
    return overThen === 'yes' ? [over] : [answer, over];
  });
}

/** Whether the ends that were set for it may let it be in force then, whatever else ended it. */
export function reachesThen({ ends }: Pick<MadeOrder, 'ends'>, when: When): boolean {
  return possible(ends, when).some((set) => set !== null && reaches(set.end, when.on));
}

interface Step {
  readonly from: Moment;
  readonly by: ConditionVersion['by'] | null;
  /** Null: from here on the condition is taken out. */
  readonly version: ConditionVersion | null;
}

function stepsOf(condition: Condition): readonly Step[] {
  const versions = condition.versions.map((version): Step => ({ from: version.from, by: version.by, version }));
  const removals = condition.removals.map((removal): Step => ({ from: removal.at, by: null, version: null }));
  return [...versions, ...removals].toSorted(byMomentOf);
}

function possibleVersions(steps: readonly Step[], when: When): readonly ConditionAnswer[] {
  return possible(steps, when).map((step): ConditionAnswer => {
    if (!step) return { is: 'not-in-force', because: 'not-yet-added' };
    if (!step.version) return { is: 'not-in-force', because: 'removed' };
    return reaches(step.version.plain.end, when.on)
      ? { is: 'in-force', version: step.version }
      : { is: 'not-in-force', because: 'own-end' };
  });
}

/**
 * Of things that each hold from a moment until the next, those that may hold then: the last that surely began (null: none did), and
 * every one that began on that day at an hour that cannot be compared.
 */
function possible<Thing extends { readonly from: Moment }>(things: readonly Thing[], when: When): readonly (Thing | null)[] {
  const certain = things.findLast((thing) => passed(thing.from, when) === 'yes') ?? null;
  return [certain, ...things.filter((thing) => passed(thing.from, when) === 'unsure')];
}

/** The moments at which the order as a whole begins, is extended or ends. */
function turns(order: MadeOrder): readonly Moment[] {
  const begins = order.ends.map((set) => set.from);
  return order.is === 'over' ? [...begins, order.over.at] : begins;
}

/** One answer where all candidates agree, or where none is in force (then the later reason); the question for the time where they do not. */
function settle<Answer extends { readonly is: string }>(
  candidates: readonly Answer[],
  when: When,
  turning: readonly Moment[],
): Answer | TimeNeeded<Answer> {
  const distinct = [...new Map(candidates.map((candidate) => [JSON.stringify(candidate), candidate])).values()];
  const [only, ...others] = distinct;
  if (only && others.length === 0) return only;
  const last = distinct.at(-1);
  if (last && distinct.every((candidate) => candidate.is === 'not-in-force')) return last;
  const anHourIsKnown = turning.some((moment) => moment.on === when.on && moment.at !== null);
  return { is: 'time-needed', missing: when.at === null && anHourIsKnown ? 'time-asked' : 'time-of-order', candidates: distinct };
}
