import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type AheadRefusal, everybodyIn, knownAssessment, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';
import type { AssessorRole, Grade } from '../domain/risk-tools.js';

export interface RegradeDetails {
  readonly regradeId: string;
  readonly assessmentId: string;
  readonly grade: Grade;
  readonly assessor: AssessorRole;
  readonly on: LocalDate;
  readonly reason: string;
}

export type RegradeRiskRefusal = NoCase | AheadRefusal | 'no-such-assessment' | 'graded-so-already' | 'before-assessment';

/** Somebody graded it otherwise, and says why. The first grade stays beside it. */
export function regradeRisk(state: CaseState, { reason, ...details }: RegradeDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { grade: from, on, regrades } = knownAssessment(it, details.assessmentId);
  notAhead(details.on, now);
  if (details.on < (regrades.at(-1)?.on ?? on)) throw refuse<RegradeRiskRefusal>('before-assessment');
  if (details.grade === from) throw refuse<RegradeRiskRefusal>('graded-so-already');
  return [{ type: 'RiskRegraded', data: { ...ofCase(it), ...details, from }, personal: { reason: personal(everybodyIn(it), reason) } }];
}
