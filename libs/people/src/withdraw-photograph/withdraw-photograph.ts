import { personal, refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export type CannotWithdrawPhotograph = CannotChange | 'no-such-photograph' | 'withdrawn-already';

/** The force of the record says that a photograph should never have been on it, and why. Nobody is shown it from then on. */
export function withdrawPhotograph(state: PerpetratorState, who: Changer, photographId: string, reason: string): PerpetratorFact[] {
  const { perpetratorId, photographs } = changeable(state, who);
  const photograph = photographs.find((one) => one.photographId === photographId);
  if (!photograph) throw refuse<CannotWithdrawPhotograph>('no-such-photograph');
  if (photograph.withdrawn) throw refuse<CannotWithdrawPhotograph>('withdrawn-already');
  return [
    { type: 'PhotographWithdrawn', data: { perpetratorId, photographId }, personal: { reason: personal([perpetratorId], reason.trim()) } },
  ];
}
