import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact, CaseReferenceKind, OfCase } from '../domain/events.js';
import { type NoCase, ofCase, opened } from '../domain/required.js';

/** A number of a records system. Two systems may give the same number to two things. */
export interface Reference {
  readonly referenceId: string;
  readonly kind: CaseReferenceKind;
  /** CJS code of the force whose system gave it. */
  readonly givenBy: string;
  readonly system: string;
  readonly number: string;
}

export type AddReferenceRefusal = NoCase | 'reference-known-already';

/** One more number under which the case is kept somewhere. */
export function addReference(state: CaseState, reference: Reference): CaseFact[] {
  const it = opened(state);
  const known = it.references.some(
    ({ givenBy, system, number }) => givenBy === reference.givenBy && system === reference.system && number.value === reference.number,
  );
  if (known) throw refuse<AddReferenceRefusal>('reference-known-already');
  return [referenceRecorded(ofCase(it), reference)];
}

/** The number is a way to find the person, so it is sealed under the perpetrator's key. */
export function referenceRecorded(of: OfCase, { number, ...plain }: Reference): CaseFact {
  return { type: 'CaseReferenceRecorded', data: { ...of, ...plain }, personal: { number: personal([of.perpetratorId], number) } };
}
