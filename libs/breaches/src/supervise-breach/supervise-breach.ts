import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { peopleOf } from '../domain/progress.js';
import { alleged, reported, type StandingRefusal } from '../domain/standing.js';

export interface SupervisionDetails {
  readonly at: Instant;
  readonly decision: 'agreed' | 'more-to-do';
  /** What is still to be done, or what was found. */
  readonly note: string | null;
}

export type SuperviseBreachRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'own-report' | 'say-what-is-to-do';

/** A supervisor has looked at the report and how it is dealt with. `by` and `reportedBy` are user ids: nobody reviews their own report. */
export function superviseBreach(
  breach: BreachState,
  { at, decision, note }: SupervisionDetails,
  { by, reportedBy, now }: { readonly by: string; readonly reportedBy: string | null; readonly now: Instant },
): BreachFact[] {
  // What was alleged and withdrawn is reviewed as well.
  const of = breach.status === 'withdrawn' ? reported(breach) : alleged(breach);
  assertAfterwards(breach, at, now);
  if (by === reportedBy) throw refuse<SuperviseBreachRefusal>('own-report');
  if (decision === 'more-to-do' && note === null) throw refuse<SuperviseBreachRefusal>('say-what-is-to-do');
  const words = note === null ? {} : { note: personal(peopleOf(breach), note) };
  return [{ type: 'SupervisorReviewed', data: { ...of, at, decision }, personal: words }];
}
