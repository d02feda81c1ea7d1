import { type Instant, isMinuteBefore } from '#calendar';
import { earliest } from '#cases';
import { refuse } from '#event-sourcing';
import type { BreachState } from './breach.js';

// A breach happens and is told as any incident is.
export { assertPossible, earliest, latest, occurredAsTold, occurredAt, type OccurredRefusal, type TellingProblem, type Told } from '#cases';

/** Refuses a moment of something done about the breach that lies in the future or before the breach. */
export function assertAfterwards(breach: BreachState, at: Instant, now: Instant): void {
  if (at > now) throw refuse<'in-the-future'>('in-the-future');
  if (isMinuteBefore(at, earliest(breach.occurred))) throw refuse<'before-it-happened'>('before-it-happened');
}
