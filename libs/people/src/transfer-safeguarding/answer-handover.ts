import { refuse } from '#event-sourcing';
import type { HandoverParties, PersonErasedFact, ProtectedPersonFact, WhyDeclined } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import type { ProtectedPersonRecord, ProtectedPersonState } from '../domain/protected-person.js';

export type HandoverAnswer = 'accept' | 'decline' | 'withdraw';
export type CannotAnswer = CannotChange | 'no-handover-waits' | 'not-asked' | 'why-declined';

/** What comes of a handover that waits: the force that was asked accepts or declines it, the one that asked takes it back. */
export function answerHandover(
  state: ProtectedPersonState,
  who: Changer,
  answer: HandoverAnswer,
  because: WhyDeclined | null,
): ProtectedPersonFact[] {
  if (state.is !== 'recorded') throw refuse<CannotAnswer>(state.is === 'erased' ? 'erased' : 'no-such-record');
  const data = partiesOf(state);
  if (data === null) throw refuse<CannotAnswer>('no-handover-waits');
  if (answer === 'withdraw') {
    inCareOf(state, who);
    return [{ type: 'SafeguardingHandoverWithdrawn', data }];
  }
  if (data.to !== who.force) throw refuse<CannotAnswer>('not-asked');
  if (answer === 'accept') return [{ type: 'SafeguardingTransferred', data }];
  if (because === null) throw refuse<CannotAnswer>('why-declined');
  return [{ type: 'SafeguardingHandoverDeclined', data: { ...data, because } }];
}

/** Nobody is asked any more to look after somebody whose record is erased. */
export function withdrawnByErasure(state: ProtectedPersonState, erased: readonly PersonErasedFact[]): ProtectedPersonFact[] {
  const data = state.is === 'recorded' && erased.length > 0 ? partiesOf(state) : null;
  return [...(data === null ? [] : [{ type: 'SafeguardingHandoverWithdrawn', data } as const]), ...erased];
}

/** Of the handover that waits; null when none does. */
function partiesOf({ protectedPersonId, force, perpetratorId, handover }: ProtectedPersonRecord): HandoverParties | null {
  return handover?.is === 'waiting' ? { protectedPersonId, to: handover.to, from: handover.from, force, perpetratorId } : null;
}
