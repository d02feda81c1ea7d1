import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact, CaseSource, OfCase } from '../domain/events.js';
import { type Reference, referenceRecorded } from '../domain/references.js';
import { type AheadRefusal, everybodyIn, notAhead } from '../domain/required.js';

export interface OpenCaseDetails extends OfCase {
  readonly openedOn: LocalDate;
  readonly source: CaseSource;
  readonly protectedPersonIds: readonly string[];
  /** What it is about, in a few words. */
  readonly summary: string | null;
  /** The number it came under. */
  readonly reference: Reference | null;
}

export type OpenCaseRefusal = 'opened-already' | AheadRefusal;

/** An investigation of one perpetrator begins. It needs no crime number and nobody's support. */
export function openCase(state: CaseState, { summary, reference, ...details }: OpenCaseDetails, now: Instant): CaseFact[] {
  if (state.is !== 'none') throw refuse<OpenCaseRefusal>('opened-already');
  notAhead(details.openedOn, now);
  const data = { ...details, protectedPersonIds: [...new Set(details.protectedPersonIds)] };
  const { caseId, perpetratorId, force } = data;
  const words = summary === null ? {} : { summary: personal(everybodyIn(data), summary) };
  return [
    { type: 'StalkingCaseOpened', data, personal: words },
    ...(reference === null ? [] : [referenceRecorded({ caseId, perpetratorId, force }, reference)]),
  ];
}
