import { personal, refuse } from '#event-sourcing';
import type { BreachState, FlagDecision } from '../domain/breach.js';
import { peopleOf } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { reported } from '../domain/standing.js';

export interface ReviewFlagDetails {
  readonly flagId: string;
  readonly decision: FlagDecision;
  readonly note: string;
}

export type ReviewFlagRefusal = 'not-reported' | 'no-such-flag' | 'reviewed-already';

/** A person looked at what changed under the report and decided. The report is not rewritten by it. */
export function reviewFlag(breach: BreachState, { flagId, decision, note }: ReviewFlagDetails): BreachFact[] {
  const of = reported(breach);
  const flag = breach.flags.find((one) => one.flagId === flagId);
  if (!flag) throw refuse<ReviewFlagRefusal>('no-such-flag');
  if (flag.review !== null) throw refuse<ReviewFlagRefusal>('reviewed-already');
  return [{ type: 'FlagReviewed', data: { ...of, flagId, decision }, personal: { note: personal(peopleOf(breach), note) } }];
}
