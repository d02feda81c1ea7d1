import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState, OutOfCourtDisposal } from '../domain/breach.js';
import { isOpen } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export type DisposeOutOfCourtRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'decided-already';

/** It was dealt with by a caution or a community resolution instead of a charge. */
export function disposeOutOfCourt(breach: BreachState, { at, how }: { at: Instant; how: OutOfCourtDisposal }, now: Instant): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (!isOpen(breach)) throw refuse<DisposeOutOfCourtRefusal>('decided-already');
  return [{ type: 'DisposedOutOfCourt', data: { ...of, at, how } }];
}
