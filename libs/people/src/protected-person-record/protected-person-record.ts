import type { Projection, Recorded } from '#event-sourcing';
import type { ProtectedPersonFact } from '../domain/events.js';
import {
  type ErasedProtectedPerson,
  evolveProtectedPerson,
  protectedPeople,
  type ProtectedPersonRecord,
} from '../domain/protected-person.js';

export interface ProtectedPersonRow {
  readonly id: string;
  /** The force that made the record, by CJS code. */
  readonly force: string;
  /** The force that looks after them now. */
  readonly safeguarding: string;
  /** From whom they were recorded to be protected; null when the record does not say. */
  readonly perpetratorId: string | null;
  /** When the record was made, UTC: people have their letters in this order. */
  readonly recordedAt: string;
  /** When the person was handed over to the force that looks after them now, UTC; null where they never were. */
  readonly safeguardingSince: string | null;
  readonly doc: ProtectedPersonRecord | ErasedProtectedPerson;
}

export const protectedPersonRecord: Projection<ProtectedPersonRow> = {
  name: 'protected-person-record',
  table: 'people.protected_person_record',
  version: 5,
  reads: [
    'ProtectedPersonRecorded',
    'ProtectedPersonDetailsCorrected',
    'SafeContactChanged',
    'ContactPlanAgreed',
    'SafeguardingHandoverAsked',
    'SafeguardingHandoverDeclined',
    'SafeguardingHandoverWithdrawn',
    'SafeguardingTransferred',
    'ErasureAsked',
    'PersonErased',
  ] satisfies ProtectedPersonFact['type'][],
  rows({ fact }) {
    const { data } = fact as ProtectedPersonFact;
    return ['personId' in data ? data.personId : data.protectedPersonId];
  },
  evolve(row, event) {
    const doc = evolveProtectedPerson(row?.doc ?? protectedPeople.initial, (event as Recorded<ProtectedPersonFact>).fact);
    if (doc.is === 'unknown') return null;
    const { protectedPersonId: id, force, safeguarding, perpetratorId } = doc;
    const at = event.envelope.recordedAt;
    const safeguardingSince = event.fact.type === 'SafeguardingTransferred' ? at : (row?.safeguardingSince ?? null);
    return { id, force, safeguarding, perpetratorId, recordedAt: row?.recordedAt ?? at, safeguardingSince, doc };
  },
};
