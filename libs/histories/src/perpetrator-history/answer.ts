import { type Instant, type LocalDate } from '#calendar';
import {
  type BreachRule,
  type Condition,
  type ConditionVersion,
  type End,
  type KnownNow,
  type MadeOrder,
  type NotificationDuty,
  type OrderState,
  type When,
  type WhyNot,
  byMoment,
  conditionsInForceAt,
  inForceAt,
  kindRule,
  knownNow,
  latestEnd,
  momentOf,
  notificationDuties,
  showsIt,
} from '#orders';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What the page says first: is an order in force, does he know of it, what is forbidden now? */
export interface Answer {
  readonly inForce: readonly OrderNow[];
  /** Orders that bind no more, the one that ended last first. */
  readonly past: readonly PastOrder[];
}

export interface OrderNow extends KnownNow {
  readonly order: MadeOrder;
  readonly name: string;
  readonly end: End;
  /** False where it began or ended today at an hour the record does not give: it is shown as in force. */
  readonly sure: boolean;
  readonly mustNot: readonly ConditionNow[];
  readonly must: readonly ConditionNow[];
  readonly breach: BreachRule;
  /** What he is to notify the police of, the first of it first. None before service, but where he is exempt. */
  readonly duties: readonly DutyNow[];
}

export type DutyNow = NotificationDuty & { /** The day it was given; null where it was not. */ readonly givenOn: LocalDate | null };

export interface ConditionNow {
  readonly version: ConditionVersion;
  /** 1 for the wording the condition began with. */
  readonly nth: number;
  /** False where the wording changed today at an hour the record does not give. */
  readonly sure: boolean;
}

export interface PastOrder {
  readonly order: MadeOrder;
  readonly name: string;
  readonly because: WhyNot;
  /** When it ended: null when it has not begun. */
  readonly ended: When | null;
}

/** The answer for the moment `now`. Where the hour decides and is not known, an order counts as in force: no risk is hidden. */
export function answer(summary: Pick<PerpetratorSummary, 'orders'>, now: Instant): Answer {
  const when = momentOf(now);
  const made = Object.values(summary.orders).filter((order) => order.is !== 'unmade');
  const inForce: OrderNow[] = [];
  const past: PastOrder[] = [];
  for (const order of made) {
    const state = inForceAt(order, when);
    if (state.is === 'not-in-force') past.push(pastOrder(order, state.because));
    else
      inForce.push(
        orderNow(order, when, state.is === 'in-force', order.replaces === null ? null : (summary.orders[order.replaces] ?? null)),
      );
  }
  return {
    inForce: inForce.sort((a, b) => byMoment(b.order.made, a.order.made)),
    past: past.sort(
      (a, b) => Number(boundNobody(a)) - Number(boundNobody(b)) || byMoment(b.ended ?? b.order.made, a.ended ?? a.order.made),
    ),
  };
}

/** Those never hide one that did bind, however late they were taken back. */
function boundNobody({ because }: PastOrder): boolean {
  return because === 'recorded-in-error';
}

/** Whether nothing shows that he knows of the order: a service that nothing proves does not. */
export function isUnknownToHim(order: OrderNow): boolean {
  return !showsIt(order.knowledge);
}

function orderNow(order: MadeOrder, when: When, sure: boolean, replaced: OrderState | null): OrderNow {
  const now = conditionsNow(order, when);
  return {
    order,
    name: kindRule(order.kind).name,
    end: latestEnd(order),
    sure,
    ...knownNow(order, when),
    mustNot: now.filter(({ version }) => version.plain.category === 'prohibition'),
    must: now.filter(({ version }) => version.plain.category === 'requirement'),
    breach: kindRule(order.kind).breach(when.on),
    duties: notificationDuties(order, when.on, replaced)
      .filter(({ state }) => state !== 'not-served' && state !== 'order-ended')
      .map((duty) => ({ ...duty, givenOn: order.notifications.find((one) => one.notificationId === duty.notificationId)?.at.on ?? null })),
  };
}

function conditionsNow(order: MadeOrder, when: When): ConditionNow[] {
  return conditionsInForceAt(order, when)
    .flatMap((then) => {
      const condition = order.conditions.find(({ conditionId }) => conditionId === then.conditionId);
      if (!condition || then.is === 'not-in-force') return [];
      if (then.is === 'in-force') return [{ version: then.version, nth: nthOf(condition, then.version), sure: true }];
      return then.candidates.flatMap((candidate) =>
        candidate.is === 'in-force' ? [{ version: candidate.version, nth: nthOf(condition, candidate.version), sure: false }] : [],
      );
    })
    .sort((a, b) => a.version.plain.number - b.version.plain.number || a.nth - b.nth);
}

/** Which wording of the condition it is, from 1. */
export function nthOf(condition: Condition, version: ConditionVersion): number {
  return condition.versions.findIndex((one) => one.plain.versionId === version.plain.versionId) + 1;
}

function pastOrder(order: MadeOrder, because: WhyNot): PastOrder {
  const name = kindRule(order.kind).name;
  if (because === 'not-yet-made') return { order, name, because, ended: null };
  if (order.is === 'over' && because === order.over.because) return { order, name, because, ended: order.over.at };
  const end = latestEnd(order);
  return { order, name, because, ended: end.is === 'fixed' ? { on: end.lastDay, at: null } : null };
}
