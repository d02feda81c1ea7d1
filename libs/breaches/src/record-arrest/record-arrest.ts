import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { isConcluded, isInCustody } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export type RecordArrestRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'in-custody-already' | 'concluded';

/** He was arrested for it. An arrest after a decision to take no further action opens it again. */
export function recordArrest(breach: BreachState, { at }: { at: Instant }, now: Instant): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (isConcluded(breach)) throw refuse<RecordArrestRefusal>('concluded');
  if (isInCustody(breach)) throw refuse<RecordArrestRefusal>('in-custody-already');
  return [{ type: 'ArrestMade', data: { ...of, at } }];
}
