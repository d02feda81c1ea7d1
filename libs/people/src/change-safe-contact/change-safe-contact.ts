import { personal } from '#event-sourcing';
import { tidyContact } from '../domain/contact.js';
import type { ProtectedPersonFact, SafeContact } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export type CannotChangeContact = CannotChange;

/** Replaces how the protected person can be reached safely. The same again is recorded again: it was confirmed today. */
export function changeSafeContact(state: ProtectedPersonState, who: Changer, contact: SafeContact): ProtectedPersonFact[] {
  const { protectedPersonId } = inCareOf(state, who);
  return [
    { type: 'SafeContactChanged', data: { protectedPersonId }, personal: { contact: personal([protectedPersonId], tidyContact(contact)) } },
  ];
}
