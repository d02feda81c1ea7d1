import { personal, refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import { type CannotChangeRestriction, type Keeper, restrictedRecord } from '../domain/restriction.js';

export type CannotLift = CannotChangeRestriction | 'still-police-employee';

/** Opens the record again to all who may see people. Not while it says that the police employ the person. */
export function liftRestriction(state: PerpetratorState, who: Keeper, reason: string): PerpetratorFact[] {
  const { perpetratorId, occupation } = restrictedRecord(state, who);
  if (occupation?.policeForce) throw refuse<CannotLift>('still-police-employee');
  return [{ type: 'RestrictionLifted', data: { perpetratorId }, personal: { reason: personal([perpetratorId], reason) } }];
}
