import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { checkedIdentity, type UnusableIdentity } from '../domain/checked-identity.js';
import { tidyContact } from '../domain/contact.js';
import type { Identity, ProtectedPersonFact, SafeContact } from '../domain/events.js';
import { type CannotChange, type Changer, readable } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export interface NewProtectedPerson {
  readonly protectedPersonId: string;
  readonly identity: Identity;
  readonly contact: SafeContact;
}

export type CannotRecordProtectedPerson = CannotChange | UnusableIdentity | 'already-recorded';

/**
 * Records somebody to be protected from a perpetrator. It need not be the victim of the acts (SPA 2019 s.1(1)(c)), and any force may do
 * so for the record of another: the force that records looks after them.
 */
export function recordProtectedPerson(
  state: ProtectedPersonState,
  from: PerpetratorState,
  who: Changer & { readonly today: LocalDate },
  { protectedPersonId, identity, contact }: NewProtectedPerson,
): ProtectedPersonFact[] {
  const { perpetratorId } = readable(from, who);
  if (state.is !== 'unknown') throw refuse<CannotRecordProtectedPerson>('already-recorded');
  return [
    {
      type: 'ProtectedPersonRecorded',
      data: { protectedPersonId, force: who.force, perpetratorId },
      personal: {
        identity: personal([protectedPersonId], checkedIdentity(identity, who.today)),
        contact: personal([protectedPersonId], tidyContact(contact)),
      },
    },
  ];
}
