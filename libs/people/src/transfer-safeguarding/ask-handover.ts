import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ProtectedPersonFact } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export type CannotAsk = CannotChange | 'same-force' | 'handover-waits';

/**
 * Asks the force where the person lives now (`to`, by CJS code) to look after them. Until it accepts, nothing changes. Orders are not
 * touched: they hold throughout the UK.
 */
export function askHandover(state: ProtectedPersonState, who: Changer & { readonly today: LocalDate }, to: string): ProtectedPersonFact[] {
  const { protectedPersonId, safeguarding: from, force, perpetratorId, handover } = inCareOf(state, who);
  if (to === from) throw refuse<CannotAsk>('same-force');
  if (handover?.is === 'waiting') throw refuse<CannotAsk>('handover-waits', { to: handover.to });
  return [{ type: 'SafeguardingHandoverAsked', data: { protectedPersonId, to, from, force, perpetratorId, on: who.today } }];
}
