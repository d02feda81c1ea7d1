import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact, SafetyAction, SafetyRisk } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { peopleOf } from '../domain/progress.js';
import { reported } from '../domain/standing.js';

export interface SafetyDetails {
  readonly at: Instant;
  readonly risk: SafetyRisk;
  /** What was done at once; empty when nothing was needed. */
  readonly actions: readonly SafetyAction[];
  readonly note: string | null;
}

export type AssessSafetyRefusal = 'in-the-future' | 'before-it-happened' | 'high-needs-action';

/**
 * How great the risk is now and what was done at once to keep the victims safe, of a breach and of contact that is only kept. It may be
 * assessed again; each assessment stands. High risk (imminent, impact serious) without anything done is refused.
 */
export function assessSafety(breach: BreachState, { at, risk, actions, note }: SafetyDetails, now: Instant): BreachFact[] {
  const of = reported(breach);
  assertAfterwards(breach, at, now);
  const done = [...new Set(actions)];
  if (risk === 'high' && done.length === 0) throw refuse<AssessSafetyRefusal>('high-needs-action');
  const words = note === null ? {} : { note: personal(peopleOf(breach), note) };
  return [{ type: 'SafetyAssessed', data: { ...of, at, risk, actions: done }, personal: words }];
}
