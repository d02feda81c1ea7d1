import { addDays, type Instant, type LocalDate } from '#calendar';
import {
  type BreachRule,
  type Condition,
  type ConditionVersion,
  type End,
  type Knowledge,
  type MadeOrder,
  type NotificationDuty,
  type OrderState,
  type When,
  type WhyNot,
  byMoment,
  conditionsInForceAt,
  inForceAt,
  isToBeServed,
  kindRule,
  knowledgeAt,
  latestEnd,
  momentOf,
  notificationDuties,
  passed,
} from '#orders';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What the page says first: is an order in force, does he know of it, what is forbidden now? */
export interface Answer {
  readonly inForce: readonly OrderNow[];
  /** Orders that bind no more, the one that ended last first. */
  readonly past: readonly PastOrder[];
}

export interface OrderNow {
  readonly order: MadeOrder;
  readonly name: string;
  readonly end: End;
  /** False where it began or ended today at an hour the record does not give: it is shown as in force. */
  readonly sure: boolean;
  readonly knowledge: Knowledge;
  /** Days on which it was varied in a way that nothing shows him to know of. */
  readonly variationsNotKnown: readonly When[];
  /** The order itself is still to be served: he may know of it all the same, and then only service starts his duty to notify. */
  readonly toServe: boolean;
  /** The renewal without which it would be over by now; null while it runs to an end it had before any. */
  readonly renewed: RenewedNow | null;
  readonly mustNot: readonly ConditionNow[];
  readonly must: readonly ConditionNow[];
  readonly breach: BreachRule;
  /** What he is to notify the police of, the first of it first. None before service, but where he is exempt. */
  readonly duties: readonly DutyNow[];
}

export type DutyNow = NotificationDuty & { /** The day it was given; null where it was not. */ readonly givenOn: LocalDate | null };

export interface RenewedNow {
  readonly on: When;
  /** The days, the last one included, on which nothing was in force before it; null where it was renewed in time. */
  readonly gap: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** Whether a service or another proof since the renewal shows that he knows of it. */
  readonly isKnown: boolean;
}

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
    past: past.sort((a, b) => byMoment(b.ended ?? b.order.made, a.ended ?? a.order.made)),
  };
}

/** Whether nothing shows that he knows of the order. */
export function isUnknownToHim(order: OrderNow): boolean {
  return order.knowledge.shownBy === 'nothing';
}

function orderNow(order: MadeOrder, when: When, sure: boolean, replaced: OrderState | null): OrderNow {
  const now = conditionsNow(order, when);
  return {
    order,
    name: kindRule(order.kind).name,
    end: latestEnd(order),
    sure,
    knowledge: knowledgeAt(order, 'order', when),
    variationsNotKnown: order.variations
      .filter(({ variationId, effective }) => effective.on <= when.on && knowledgeAt(order, { variationId }, when).shownBy === 'nothing')
      .map(({ effective }) => effective),
    toServe: isToBeServed(order),
    renewed: renewedNow(order, when),
    mustNot: now.filter(({ version }) => version.plain.category === 'prohibition'),
    must: now.filter(({ version }) => version.plain.category === 'requirement'),
    breach: kindRule(order.kind).breach(when.on),
    duties: notificationDuties(order, when.on, replaced)
      .filter(({ state }) => state !== 'not-served' && state !== 'order-ended')
      .map((duty) => ({ ...duty, givenOn: order.notifications.find((one) => one.notificationId === duty.notificationId)?.at.on ?? null })),
  };
}

function renewedNow(order: MadeOrder, when: When): RenewedNow | null {
  const begun = order.ends.filter(({ from }) => passed(from, when) !== 'no');
  const now = begun.at(-1);
  const before = begun.at(-2)?.end;
  if (now?.by !== 'renewal' || before?.is !== 'fixed' || before.lastDay >= when.on) return null;
  const [from, to] = [addDays(before.lastDay, 1), addDays(now.from.on, -1)];
  const proofs = [...order.services.filter(({ served }) => served === 'order'), ...order.awareness.filter(({ of }) => of === 'order')];
  return {
    on: now.from,
    gap: from <= to ? { from, to } : null,
    isKnown: proofs.some(({ at }) => at.on >= now.from.on && at.on <= when.on),
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
