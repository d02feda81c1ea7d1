import { personal } from '#event-sourcing';
import type { CaseFact, CaseReferenceKind, OfCase } from './events.js';

/** A number of a records system. Two systems may give the same number to two things. */
export interface Reference {
  readonly referenceId: string;
  readonly kind: CaseReferenceKind;
  /** CJS code of the force whose system gave it. */
  readonly givenBy: string;
  readonly system: string;
  readonly number: string;
}

/** The number is a way to find the person, so it is sealed under the perpetrator's key. */
export function referenceRecorded(of: OfCase, { number, ...plain }: Reference): CaseFact {
  return { type: 'CaseReferenceRecorded', data: { ...of, ...plain }, personal: { number: personal([of.perpetratorId], number) } };
}
