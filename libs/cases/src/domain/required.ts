import { type Instant, type LocalDate, londonDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Assessment, CaseState, Classification, Incident, OpenedCase } from './case.js';
import type { OfCase } from './events.js';

export type NoCase = 'no-such-case';
export type AheadRefusal = 'in-the-future';

/** The case, which must have been opened. Refuses with `no-such-case`. */
export function opened(state: CaseState): OpenedCase {
  if (state.is === 'none') throw refuse<NoCase>('no-such-case');
  return state;
}

/** The ids that every further fact repeats. */
export function ofCase({ caseId, perpetratorId, force }: OpenedCase): OfCase {
  return { caseId, perpetratorId, force };
}

/** Everybody the case is about: the key of each seals every word of it. */
export function everybodyIn({ perpetratorId, protectedPersonIds }: Pick<OpenedCase, 'perpetratorId' | 'protectedPersonIds'>) {
  return [perpetratorId, ...protectedPersonIds] as const;
}

/** Refuses a day that has not come. */
export function notAhead(on: LocalDate, now: Instant): void {
  if (on > londonDate(now)) throw refuse<AheadRefusal>('in-the-future');
}

/** The incident with this id, which must stand. Refuses with `no-such-incident` or `in-error-already`. */
export function standingIncident({ incidents }: OpenedCase, incidentId: string): Incident {
  const incident = incidents.find((one) => one.incidentId === incidentId);
  if (!incident) throw refuse<'no-such-incident'>('no-such-incident');
  if (incident.inError !== null) throw refuse<'in-error-already'>('in-error-already');
  return incident;
}

/** The classification with this id. Refuses with `no-such-classification`. */
export function knownClassification({ classifications }: OpenedCase, classificationId: string): Classification {
  const found = classifications.find((one) => one.classificationId === classificationId);
  if (!found) throw refuse<'no-such-classification'>('no-such-classification');
  return found;
}

/** The assessment with this id. Refuses with `no-such-assessment`. */
export function knownAssessment({ assessments }: OpenedCase, assessmentId: string): Assessment {
  const found = assessments.find((one) => one.assessmentId === assessmentId);
  if (!found) throw refuse<'no-such-assessment'>('no-such-assessment');
  return found;
}

/** Refuses with `not-part-of-it` somebody whom the case does not name. */
export function namedIn({ protectedPersonIds }: OpenedCase, protectedPersonId: string): void {
  if (!protectedPersonIds.includes(protectedPersonId)) throw refuse<'not-part-of-it'>('not-part-of-it');
}
