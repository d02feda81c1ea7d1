import type { Instant, LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type AheadRefusal, knownClassification, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';
import { principalCrime } from '../domain/standing.js';

export interface PrincipalDetails {
  readonly classificationId: string;
  readonly on: LocalDate;
}

export type ChoosePrincipalRefusal =
  NoCase | AheadRefusal | 'no-such-classification' | 'cancelled-already' | 'principal-already' | 'before-classification';

/** An offence as which the case is classified is its principal crime from that day. A case has one: the one before stays recorded beside it. */
export function choosePrincipal(state: CaseState, { classificationId, on }: PrincipalDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const classification = knownClassification(it, classificationId);
  if (classification.cancelled !== null) throw refuse<ChoosePrincipalRefusal>('cancelled-already');
  if (classification.principal) throw refuse<ChoosePrincipalRefusal>('principal-already');
  notAhead(on, now);
  const former = principalCrime(it);
  if (on < classification.on || (former !== null && on < former.on)) throw refuse<ChoosePrincipalRefusal>('before-classification');
  const inPlaceOf = former === null ? {} : { inPlaceOf: former.classificationId };
  return [{ type: 'PrincipalCrimeChosen', data: { ...ofCase(it), classificationId, ...inPlaceOf, on } }];
}
