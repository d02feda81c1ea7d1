import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact, ConsiderationDecision, ConsiderationReason } from '../domain/events.js';
import { type AheadRefusal, everybodyIn, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';
import type { AssessorRole } from '../domain/risk-tools.js';
import { isWishAlone } from '../domain/standing.js';

export interface ConsiderationDetails {
  readonly considerationId: string;
  readonly decision: ConsiderationDecision;
  readonly reasons: readonly ConsiderationReason[];
  readonly on: LocalDate;
  readonly by: AssessorRole;
  readonly lookAgainOn: LocalDate | null;
  readonly rationale: string | null;
}

export type ConsiderSpoRefusal =
  | NoCase
  | AheadRefusal
  | 'reason-needed'
  | 'wish-alone'
  | 'rationale-needed'
  | 'look-again-needed'
  | 'look-again-must-be-later'
  | 'before-the-last';

/**
 * Whether a stalking protection order is to be sought, and why not. No reason is needed to seek one. That the victim does not wish it is
 * recorded beside another reason and refused as the only one: the application is the chief officer's (SPA 2019 s.1(1)).
 */
export function considerSpo(state: CaseState, details: ConsiderationDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { considerationId, decision, on, by, rationale } = details;
  notAhead(on, now);
  const last = it.considerations.at(-1);
  if (last && on < last.on) throw refuse<ConsiderSpoRefusal>('before-the-last');
  const reasons = decision === 'yes' ? [] : [...new Set(details.reasons)];
  if (decision !== 'yes' && reasons.length === 0) throw refuse<ConsiderSpoRefusal>('reason-needed');
  if (isWishAlone(decision, reasons)) throw refuse<ConsiderSpoRefusal>('wish-alone');
  if (reasons.includes('other') && rationale === null) throw refuse<ConsiderSpoRefusal>('rationale-needed');
  const lookAgainOn = decision === 'deferred' ? details.lookAgainOn : null;
  if (decision === 'deferred' && lookAgainOn === null) throw refuse<ConsiderSpoRefusal>('look-again-needed');
  if (lookAgainOn !== null && lookAgainOn <= on) throw refuse<ConsiderSpoRefusal>('look-again-must-be-later');
  const words = rationale === null ? {} : { rationale: personal(everybodyIn(it), rationale) };
  return [{ type: 'SpoConsidered', data: { ...ofCase(it), considerationId, decision, reasons, on, by, lookAgainOn }, personal: words }];
}
