import type { LocalDate } from '#calendar';
import type { CaseState, Classification, Consideration, Incident, OpenedCase, Outcome } from './case.js';
import type { ConsiderationDecision, ConsiderationReason } from './events.js';
import { type Grade, graver } from './risk-tools.js';

/** The incidents that count: those recorded in error stay readable and are no part of any pattern. */
export function standingIncidents({ incidents }: OpenedCase): Incident[] {
  return incidents.filter(({ inError }) => inError === null);
}

/**
 * The number by which people speak of an incident: in the order in which the incidents of the case were recorded, so that it never changes,
 * whichever happened earlier and whichever turns out to have been recorded in error. 0 for one that is not in the case.
 */
export function incidentNumber({ incidents }: Pick<OpenedCase, 'incidents'>, incidentId: string): number {
  return incidents.findIndex((one) => one.incidentId === incidentId) + 1;
}

/** The classifications that are held now. */
export function standingClassifications({ classifications }: OpenedCase): Classification[] {
  return classifications.filter(({ cancelled }) => cancelled === null);
}

/** The principal crime of the case; null while none of what it is classified as is. */
export function principalCrime(state: OpenedCase): Classification | null {
  return standingClassifications(state).find(({ principal }) => principal) ?? null;
}

/** The grade of the newest assessment of each person, the gravest of them; null when nobody assessed the risk. */
export function currentGrade({ assessments }: OpenedCase): Grade | null {
  const newest = new Map<string | null, { on: LocalDate; grade: Grade }>();
  for (const { protectedPersonId, on, grade } of assessments) {
    const before = newest.get(protectedPersonId);
    if (!before || before.on <= on) newest.set(protectedPersonId, { on, grade });
  }
  return [...newest.values()].reduce<Grade | null>((gravest, { grade }) => graver(gravest, grade), null);
}

/**
 * How an order stands considered. `missing`: nobody recorded that it was. `unreasoned`: not sought, or not yet, for no other reason than the victim's
 * wish, which is never one by itself. `overdue`: deferred to a day that has passed. The other three are what the newest one decided.
 */
export type ConsiderationStanding = 'missing' | 'unreasoned' | 'overdue' | 'yes' | 'no' | 'deferred';

/** How an order stands considered on that day: what the work list asks for is whatever is `missing`, `unreasoned` or `overdue`. */
export function considerationStanding(state: OpenedCase, today: LocalDate): ConsiderationStanding {
  const last = lastConsideration(state);
  if (!last) return 'missing';
  if (isWishAlone(last.decision, last.reasons)) return 'unreasoned';
  if (last.decision === 'deferred') return last.lookAgainOn !== null && last.lookAgainOn < today ? 'overdue' : 'deferred';
  return last.decision;
}

/** Whether an order is not sought, or not yet, for nothing but the victim's wish. Refused since; recorded earlier, it reads `unreasoned`. */
export function isWishAlone(decision: ConsiderationDecision, reasons: readonly ConsiderationReason[]): boolean {
  return decision !== 'yes' && reasons.every((reason) => reason === 'victim-view');
}

/** The newest consideration; null when there is none. */
export function lastConsideration({ considerations }: OpenedCase): Consideration | null {
  return considerations.at(-1) ?? null;
}

/** The newest outcome; null while the case has none. A case with an outcome still takes what is learned later. */
export function lastOutcome({ outcomes }: OpenedCase): Outcome | null {
  return outcomes.at(-1) ?? null;
}

/** Whether this person supports the investigation, as last said; true when nothing was said. */
export function supports({ support }: OpenedCase, protectedPersonId: string): boolean {
  return support.findLast((said) => said.protectedPersonId === protectedPersonId)?.supports ?? true;
}

/** The cases among the states that were opened. */
export function openedCases(states: Iterable<CaseState>): OpenedCase[] {
  return [...states].filter((state): state is OpenedCase => state.is === 'opened');
}
