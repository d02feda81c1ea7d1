import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type AheadRefusal, everybodyIn, namedIn, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';
import { type AssessorRole, type Grade, type RiskAnswer, riskQuestion, riskTool, type RiskToolCode } from '../domain/risk-tools.js';

export interface AssessmentDetails {
  readonly assessmentId: string;
  readonly tool: RiskToolCode;
  /** The edition of the tool's form. */
  readonly version: string;
  readonly answers: Readonly<Record<string, RiskAnswer>>;
  readonly grade: Grade;
  readonly assessor: AssessorRole;
  readonly on: LocalDate;
  readonly protectedPersonId: string | null;
  readonly note: string | null;
  /** Whether somebody says that the questions without an answer were not asked. */
  readonly partly: boolean;
}

export type AssessRiskRefusal = NoCase | AheadRefusal | 'not-part-of-it' | 'not-a-question-of-it' | 'not-all-answered';

/**
 * What a person answered and how they graded it. The grade is theirs: it is never worked out from the answers. A question without an answer
 * was not asked, which somebody says: nothing is left out by oversight.
 */
export function assessRisk(state: CaseState, { note, partly, ...details }: AssessmentDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  notAhead(details.on, now);
  if (details.protectedPersonId !== null) namedIn(it, details.protectedPersonId);
  const isKnown = (question: string): boolean =>
    riskTool(details.tool).questions.length === 0 || riskQuestion(details.tool, question) !== null;
  if (!Object.keys(details.answers).every(isKnown)) throw refuse<AssessRiskRefusal>('not-a-question-of-it');
  const unanswered = riskTool(details.tool).questions.flatMap(({ code }, nth) => (details.answers[code] ? [] : [nth + 1]));
  if (unanswered.length > 0 && !partly) throw refuse<AssessRiskRefusal>('not-all-answered', { numbers: unanswered.join(', ') });
  const words = note === null ? {} : { note: personal(everybodyIn(it), note) };
  return [{ type: 'RiskAssessed', data: { ...ofCase(it), ...details }, personal: words }];
}
