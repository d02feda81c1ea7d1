import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { isOpen, peopleOf } from '../domain/progress.js';
import type { BreachFact, NfaReason } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface NoFurtherActionDetails {
  readonly at: Instant;
  readonly reason: NfaReason;
  readonly note: string | null;
}

export type NoFurtherActionRefusal = StandingRefusal | 'in-the-future' | 'before-it-happened' | 'decided-already' | 'note-needed';

/** A person decided to take it no further, and why. The incident stays on the history: the pattern matters. */
export function noFurtherAction(breach: BreachState, { at, reason, note }: NoFurtherActionDetails, now: Instant): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (!isOpen(breach)) throw refuse<NoFurtherActionRefusal>('decided-already');
  if (reason === 'other' && note === null) throw refuse<NoFurtherActionRefusal>('note-needed');
  const words = note === null ? {} : { note: personal(peopleOf(breach), note) };
  return [{ type: 'NoFurtherAction', data: { ...of, at, reason }, personal: words }];
}
