import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { checkedIdentity, type Correction, type UnusableIdentity } from '../domain/checked-identity.js';
import type { PerpetratorFact } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import { sameIdentity } from '../domain/names.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export type CannotCorrect = CannotChange | UnusableIdentity | 'nothing-changes';

/** Replaces the name, date of birth and sex. What they were stays in the history. */
export function correctDetails(
  state: PerpetratorState,
  who: Changer & { readonly today: LocalDate },
  correction: Correction,
): PerpetratorFact[] {
  const { perpetratorId, identity: before } = changeable(state, who);
  const identity = checkedIdentity(correction.identity, who.today);
  if (before.value && sameIdentity(before.value, identity)) throw refuse<CannotCorrect>('nothing-changes');
  return [
    {
      type: 'PerpetratorDetailsCorrected',
      data: { perpetratorId },
      personal: { identity: personal([perpetratorId], identity), reason: personal([perpetratorId], correction.reason) },
    },
  ];
}
