import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { checkedIdentity, type Correction, type UnusableIdentity } from '../domain/checked-identity.js';
import type { ProtectedPersonFact } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import { sameIdentity } from '../domain/names.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export type CannotCorrectProtectedPerson = CannotChange | UnusableIdentity | 'nothing-changes';

/** Replaces the name, date of birth and sex. What they were stays in the history. */
export function correctProtectedPerson(
  state: ProtectedPersonState,
  who: Changer & { readonly today: LocalDate },
  correction: Correction,
): ProtectedPersonFact[] {
  const { protectedPersonId, identity: before } = inCareOf(state, who);
  const identity = checkedIdentity(correction.identity, who.today);
  if (before.value && sameIdentity(before.value, identity)) throw refuse<CannotCorrectProtectedPerson>('nothing-changes');
  return [
    {
      type: 'ProtectedPersonDetailsCorrected',
      data: { protectedPersonId },
      personal: { identity: personal([protectedPersonId], identity), reason: personal([protectedPersonId], correction.reason) },
    },
  ];
}
