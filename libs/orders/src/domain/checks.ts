import type { ConditionVersionPlain } from './events.js';
import { kindRule } from './kinds/index.js';
import { latestEnd, type MadeOrder } from './order.js';

/** Sentences about what is recorded of an order that somebody should check: unusual or unknown, but nothing that the law rules out. */
export function checksOf(order: MadeOrder): readonly string[] {
  const rule = kindRule(order.kind);
  const ofOrder = rule.durationRule(order.made.on, latestEnd(order)).filter((problem) => problem.weight === 'check');
  return [
    ...ofOrder.map((problem) => problem.words),
    ...withoutConsentCheck(order),
    ...order.conditions.flatMap((condition) => ownEndCheck(order, condition.versions.at(-1)?.plain)),
  ];
}

/** It holds until a court sets it aside: whether to appeal, or to record a consent that was given, is for the force solicitor. */
function withoutConsentCheck(order: MadeOrder): readonly string[] {
  if (order.is !== 'over' || order.over.because !== 'discharged' || order.over.withoutConsent.length === 0) return [];
  const source = kindRule(order.kind).dischargeLock?.source ?? '';
  return [
    `Discharged within two years of its making without a recorded consent that the Act asks for (${source}). It is not in force until that is set aside. Ask the force solicitor whether to appeal.`,
  ];
}

/** SPA 2019 s.3 lets conditions have periods of their own; whether one may be shorter than the least for an order is not settled. */
function ownEndCheck(order: MadeOrder, condition: ConditionVersionPlain | undefined): readonly string[] {
  if (!condition?.end) return [];
  const isShort = kindRule(order.kind)
    .durationRule(order.made.on, condition.end)
    .some((problem) => problem.problem === 'too-short');
  return isShort
    ? [`Condition ${condition.number} has an own last day sooner than an order of this kind may have. Check it on the sealed order.`]
    : [];
}
