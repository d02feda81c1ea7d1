import { refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type Reference, referenceRecorded } from '../domain/references.js';
import { type NoCase, ofCase, opened } from '../domain/required.js';

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
