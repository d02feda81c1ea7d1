import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type AheadRefusal, everybodyIn, knownClassification, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';

export interface CancellationDetails {
  readonly classificationId: string;
  readonly on: LocalDate;
  readonly reason: string;
}

export type CancelClassificationRefusal = NoCase | AheadRefusal | 'no-such-classification' | 'cancelled-already' | 'before-classification';

/** The offence is recorded no more from that day. That it was stays on the record. */
export function cancelClassification(state: CaseState, details: CancellationDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { classificationId, on, reason } = details;
  const classification = knownClassification(it, classificationId);
  if (classification.cancelled !== null) throw refuse<CancelClassificationRefusal>('cancelled-already');
  notAhead(on, now);
  if (on < classification.on) throw refuse<CancelClassificationRefusal>('before-classification');
  return [
    {
      type: 'ClassificationCancelled',
      data: { ...ofCase(it), classificationId, on },
      personal: { reason: personal(everybodyIn(it), reason) },
    },
  ];
}
