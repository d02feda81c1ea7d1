import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import type { BreachState } from '../domain/breach.js';
import { type NoFurtherReason, type ReasonRefusal, takenNoFurther } from '../domain/no-further-reason.js';
import { isOpen } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface NoFurtherActionDetails extends NoFurtherReason {
  readonly at: Instant;
}

export type NoFurtherActionRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'decided-already' | ReasonRefusal;

/**
 * A person decided to take it no further, and why. The incident stays on the history: the pattern matters. `ordersThen`: those alleged
 * against.
 */
export function noFurtherAction(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  { at, ...why }: NoFurtherActionDetails,
  now: Instant,
): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (!isOpen(breach)) throw refuse<NoFurtherActionRefusal>('decided-already');
  return [takenNoFurther(breach, ordersThen, { ...of, at }, why)];
}
