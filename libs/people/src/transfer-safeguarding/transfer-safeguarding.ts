import { refuse } from '#event-sourcing';
import type { ProtectedPersonFact } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export type CannotTransfer = CannotChange | 'same-force';

/** Hands the protected person over to the force where they live now (`to`, by CJS code). Orders are not touched: they hold throughout the UK. */
export function transferSafeguarding(state: ProtectedPersonState, who: Changer, to: string): ProtectedPersonFact[] {
  const { protectedPersonId, safeguarding, force, perpetratorId } = inCareOf(state, who);
  if (to === safeguarding) throw refuse<CannotTransfer>('same-force');
  return [{ type: 'SafeguardingTransferred', data: { protectedPersonId, to, from: safeguarding, force, perpetratorId } }];
}
