import type { LocalDate } from '#calendar';
import {
  type BreachRule,
  type Condition,
  type ConditionThen,
  type ConditionVersion,
  conditionsInForceAt,
  type End,
  inForceAt,
  type Knowledge,
  knownNow,
  kindRule,
  knowledgeAt,
  libraryCondition,
  type MadeOrder,
  type Moment,
  type OrderState,
  passed,
  type When,
  type WhyConditionNot,
  type WhyNot,
} from '#orders';
import type { ContactKind, Occurred } from './events.js';
import { notificationOffences, type NotificationThen } from './notification-offences.js';

/** What would settle it: the hour on the day of a change, or a narrower range; `order-time` is missing in the order's own record. */
export type Precision = 'hour' | 'day' | 'order-time';

/**
 * Whether an order, or a condition of it, bound him when it happened. `uncertain`: something changed on that very day at an hour that the
 * order's own record lacks, or within the time in which it happened while nobody can say more exactly. No question would settle it, so a
 * person chooses among the possible wordings.
 */
export type Then<InForce> =
  | ({ readonly is: 'in-force' } & InForce)
  | { readonly is: 'not-in-force'; readonly because: WhyConditionNot }
  | { readonly is: 'uncertain'; readonly options: readonly PossibleWording[] }
  | { readonly is: 'time-needed'; readonly what: Precision; readonly versions: readonly ConditionVersion[] };

/** A wording that was in force when it happened if what changed on that day came in the order that `ifThat` says. */
export interface PossibleWording {
  readonly version: ConditionVersion;
  /** What must have come before it happened (the order or the variation that wrote it), what after (what replaced or ended it), or both. */
  readonly ifThat: 'began-before' | 'ended-after' | 'began-before-and-ended-after';
  /** What began it on that day: the order itself or a variation. */
  readonly begunBy: 'order' | 'variation';
  readonly knowledge: Knowledge;
}

/** One condition as it stood when it happened. */
export interface ConditionWhenItHappened {
  readonly conditionId: string;
  readonly then: Then<{
    readonly version: ConditionVersion;
    /** Of the order, or of the variation that wrote this wording. */ readonly knowledge: Knowledge;
  }>;
}

/** One order of the perpetrator as it stood when it happened, and what a breach of it would be. */
export interface OrderWhenItHappened {
  readonly order: MadeOrder;
  readonly then:
    | { readonly is: 'in-force'; readonly end: End }
    | { readonly is: 'not-in-force'; readonly because: WhyNot }
    /** It began or ended meanwhile, and nobody can say more exactly when it happened. */
    | { readonly is: 'uncertain' }
    | { readonly is: 'time-needed'; readonly what: Precision };
  /** The offence (by the kind of order and the day of the act) and the power of arrest. */
  readonly breach: BreachRule;
  /** What shows that he knew then of the order itself, and of the renewal without which it would have been over. */
  readonly knowledge: Knowledge;
  /** That renewal, where nothing shows that he knew of it; null where something does, or the order ran to an end it had before any. */
  readonly renewalNotKnown: Moment | null;
  readonly conditions: readonly ConditionWhenItHappened[];
  /** Offences against the duty to notify: a duty of the Act, not a condition. Empty where the order brings none. */
  readonly notification: readonly NotificationThen[];
}

/**
 * What could be alleged: every order as it stood when it happened. Pure: service plays no part in it, and nothing recorded with a later
 * effect does. A range of days that touches a change asks for the day, a day that does for the hour, unless nobody can say: nothing is kept
 * from being alleged because the victim does not know the day.
 */
export function allegeable(orders: readonly OrderState[], occurred: Occurred): OrderWhenItHappened[] {
  return orders.flatMap((order) => {
    if (order.is === 'unmade') return [];
    const replaced = orders.find((one) => one.is !== 'unmade' && one.orderId === order.replaces) ?? null;
    return [orderWhenItHappened(order, occurred, replaced)];
  });
}

function orderWhenItHappened(order: MadeOrder, occurred: Occurred, replaced: OrderState | null): OrderWhenItHappened {
  const rule = kindRule(order.kind);
  const moments = momentsToAsk(order, occurred);
  const { renewed } = knownNow(order, startOf(occurred));
  const renewalNotKnown = renewed?.isKnown === false ? renewed.on : null;
  const knewToo = (knowledge: Knowledge): Knowledge => (renewalNotKnown === null ? knowledge : { shownBy: 'nothing' });
  return {
    order,
    then: orderThen(order, moments, occurred),
    breach: rule.breach(occurred.on),
    knowledge: knewToo(knowledgeAt(order, 'order', startOf(occurred))),
    renewalNotKnown,
    conditions: order.conditions.map((condition) => ({
      conditionId: condition.conditionId,
      then: knownAs(conditionThen(order, condition, moments, occurred), knewToo),
    })),
    notification: notificationOffences(order, occurred.until, replaced),
  };
}

/** The same with what shows that he knew of each wording taken anew. */
function knownAs(then: ConditionWhenItHappened['then'], knew: (knowledge: Knowledge) => Knowledge): ConditionWhenItHappened['then'] {
  if (then.is === 'in-force') return { ...then, knowledge: knew(then.knowledge) };
  if (then.is !== 'uncertain') return then;
  return { ...then, options: then.options.map((option) => ({ ...option, knowledge: knew(option.knowledge) })) };
}

/** The moments whose answers must agree: of a range, its first and last day and every day on which something began. What ended shows on the last. */
function momentsToAsk(order: MadeOrder, { on, until, at }: Occurred): readonly When[] {
  if (until === on) return [{ on, at }];
  const changes: readonly Moment[] = [
    ...order.ends.map((set) => set.from),
    ...order.conditions.flatMap((condition) => [
      ...condition.versions.map((version) => version.from),
      ...condition.removals.map((removal) => removal.at),
    ]),
    ...(order.is === 'over' ? [order.over.at] : []),
  ];
  const days: readonly LocalDate[] = [on, until, ...changes.map((change) => change.on)];
  return [...new Set(days)].filter((day) => day >= on && day <= until).map((day) => ({ on: day, at: null }));
}

function orderThen(order: MadeOrder, moments: readonly When[], { narrowest }: Occurred): OrderWhenItHappened['then'] {
  const answers = moments.map((when) => inForceAt(order, when));
  const [first] = answers;
  const unsure = answers.find((answer) => answer.is === 'time-needed');
  if (first && first.is !== 'time-needed' && !unsure && answers.every((answer) => answer.is === first.is)) return first;
  const what = unsure ? precision(moments, unsure.missing) : 'day';
  return narrowest && what !== 'order-time' ? { is: 'uncertain' } : { is: 'time-needed', what };
}

function conditionThen(
  order: MadeOrder,
  { conditionId, versions: all }: Condition,
  moments: readonly When[],
  occurred: Occurred,
): ConditionWhenItHappened['then'] {
  const answers = moments.flatMap((when) => conditionsInForceAt(order, when).filter((condition) => condition.conditionId === conditionId));
  const [first] = answers;
  const found = new Set(answers.flatMap(versionsIn).map(({ plain }) => plain.versionId));
  const versions = all.filter(({ plain }) => found.has(plain.versionId));
  const unsure = answers.find((answer) => answer.is === 'time-needed');
  if (!first || first.is === 'time-needed' || unsure || versions.length > 1 || answers.some((answer) => answer.is !== first.is)) {
    const what = unsure ? precision(moments, unsure.missing) : 'day';
    if (versions.length === 0 || (what !== 'order-time' && !occurred.narrowest)) return { is: 'time-needed', what, versions };
    return { is: 'uncertain', options: versions.map((version) => possibleWording(order, version, occurred)) };
  }
  if (first.is === 'not-in-force') return { is: 'not-in-force', because: first.because };
  return { is: 'in-force', version: first.version, knowledge: knowledgeAt(order, first.version.by, startOf(occurred)) };
}

function startOf({ on, at }: Occurred): When {
  return { on, at };
}

function possibleWording(order: MadeOrder, version: ConditionVersion, occurred: Occurred): PossibleWording {
  const start = startOf(occurred);
  const begunThen = passed(version.from, start) !== 'yes';
  const last: When = { on: occurred.until, at: occurred.at };
  const ends = [version.until, order.is === 'over' ? order.over.at : null];
  const endedThen = ends.some((end) => end !== null && passed(end, last) !== 'no');
  return {
    version,
    ifThat: !begunThen ? 'ended-after' : endedThen ? 'began-before-and-ended-after' : 'began-before',
    begunBy: version.by === 'order' ? 'order' : 'variation',
    knowledge: knowledgeAt(order, version.by, start),
  };
}

function versionsIn(condition: ConditionThen): ConditionVersion[] {
  if (condition.is === 'in-force') return [condition.version];
  if (condition.is === 'not-in-force') return [];
  return condition.candidates.flatMap((candidate) => (candidate.is === 'in-force' ? [candidate.version] : []));
}

function precision(moments: readonly When[], missing: 'time-asked' | 'time-of-order'): Precision {
  if (moments.length > 1) return 'day';
  return missing === 'time-of-order' ? 'order-time' : 'hour';
}

/** Whether it is shown for sure that he knew. A proof of the same day whose hours cannot be compared does not show it. */
export function isShown(knowledge: Knowledge): boolean {
  return knowledge.shownBy !== 'nothing' && knowledge.sure;
}

/** Whether what was done by itself means that a condition of this kind was broken: it is ticked, and a person may untick it. */
export function implies(kinds: readonly ContactKind[], version: ConditionVersion): boolean {
  return libraryCondition(version.plain.code).implies.some((kind) => kinds.includes(kind));
}

/** Whether what was done may mean that a condition of this kind was broken: it is offered, and a person ticks. */
export function mayBreak(kinds: readonly ContactKind[], version: ConditionVersion): boolean {
  return libraryCondition(version.plain.code).speaksTo.some((kind) => kinds.includes(kind));
}
