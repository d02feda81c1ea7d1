import { type Fact, fold, personal, Refusal } from '#event-sourcing';
import type { Identity, PerpetratorFact, ProtectedPersonFact, SafeContact } from './events.js';
import { type PerpetratorState, perpetrators } from './perpetrator.js';
import { protectedPeople, type ProtectedPersonState } from './protected-person.js';

// Fictional people for the specs of this room.

export const today = '2026-11-21';
export const kent = { by: 'kent-officer', force: '46', today };
export const kentStandards = { by: 'kent-standards', force: '46', today };
/** Who may look after a restricted record of Kent. */
export const kentLegal = [{ id: 'kent-standards', userName: 'standards.kent' }];
export const essex = { by: 'essex-officer', force: '42', today };

export const quentin: Identity = { name: { family: 'Exampleson', given: 'Quentin' }, dateOfBirth: '1988-03-04', sex: 'male' };
export const nora: Identity = { name: { family: 'Nonesuch', given: 'Nora' }, dateOfBirth: '1991-02-28', sex: 'female' };
export const noraContact: SafeContact = { phone: '07700 900000', email: null, address: null, safeTimes: 'Text only, after 17:00' };

export const recorded: PerpetratorFact = {
  type: 'PerpetratorRecorded',
  data: { perpetratorId: 'p1', force: '46' },
  personal: { identity: personal(['p1'], quentin) },
};
export const restricted: PerpetratorFact = {
  type: 'RecordRestricted',
  data: { perpetratorId: 'p1', basis: 'risk-of-harm', readers: ['kent-officer', 'kent-standards'] },
};
export const erasureAsked = {
  type: 'ErasureAsked',
  data: { personId: 'p1', basis: 'court-order', authority: 'Order 99/2026', askedBy: 'kent-standards', until: '2026-12-05' },
} as const;
export const erased = { type: 'PersonErased', data: { personId: 'p1', basis: 'court-order', authority: 'Order 99/2026' } } as const;
export const noraRecorded: ProtectedPersonFact = {
  type: 'ProtectedPersonRecorded',
  data: { protectedPersonId: 'v1', force: '46', perpetratorId: 'p1' },
  personal: { identity: personal(['v1'], nora), contact: personal(['v1'], noraContact) },
};

/** The perpetrator after these facts; none makes `unknown`. */
export function perpetrator(...facts: readonly PerpetratorFact[]): PerpetratorState {
  return fold(perpetrators, facts);
}

export function protectedPerson(...facts: readonly ProtectedPersonFact[]): ProtectedPersonState {
  return fold(protectedPeople, facts);
}

/** What `decide` refuses with; an empty text when it does not refuse. Anything else it throws is thrown on. */
export function refusal(decide: () => unknown): string {
  try {
    decide();
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

/** The types of these facts, in order. */
export function types(facts: readonly Fact[]): string[] {
  return facts.map(({ type }) => type);
}
