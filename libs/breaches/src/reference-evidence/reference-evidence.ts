import { personal } from '#event-sourcing';
import type { BreachState, EvidenceKind } from '../domain/breach.js';
import { peopleOf } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { reported } from '../domain/standing.js';

export interface EvidenceDetails {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  /** Where it is kept, for instance an exhibit number. */
  readonly reference: string;
}

export type ReferenceEvidenceRefusal = 'not-reported';

/** Evidence exists and this is where it is. The evidence itself stays in the force's own store. */
export function referenceEvidence(breach: BreachState, { evidenceId, kind, reference }: EvidenceDetails): BreachFact[] {
  const of = reported(breach);
  return [
    { type: 'EvidenceReferenced', data: { ...of, evidenceId, kind }, personal: { reference: personal(peopleOf(breach), reference) } },
  ];
}
