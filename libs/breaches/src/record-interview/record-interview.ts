import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { isConcluded } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export type RecordInterviewRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'concluded';

/** He was interviewed about it, in custody or by appointment. Only an interview under caution starts the victim's clock. */
export function recordInterview(
  breach: BreachState,
  { at, underCaution }: { at: Instant; underCaution: boolean },
  now: Instant,
): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (isConcluded(breach)) throw refuse<RecordInterviewRefusal>('concluded');
  return [{ type: 'InterviewHeld', data: { ...of, at, underCaution } }];
}
