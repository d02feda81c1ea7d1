import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { peopleOf } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { reported } from '../domain/standing.js';

export type WithdrawAllegationRefusal = 'not-reported' | 'no-such-allegation' | 'withdrawn-already';

/** The allegation is no longer maintained. What was reported stays; with none left the incident is still on the history. */
export function withdrawAllegation(breach: BreachState, { allegationId, reason }: { allegationId: string; reason: string }): BreachFact[] {
  const of = reported(breach);
  const allegation = breach.allegations.find((one) => one.allegationId === allegationId);
  if (!allegation) throw refuse<WithdrawAllegationRefusal>('no-such-allegation');
  if (allegation.withdrawn !== null) throw refuse<WithdrawAllegationRefusal>('withdrawn-already');
  return [{ type: 'AllegationWithdrawn', data: { ...of, allegationId }, personal: { reason: personal(peopleOf(breach), reason) } }];
}
