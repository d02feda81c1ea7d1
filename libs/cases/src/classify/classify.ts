import type { Instant, LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { CaseState, OpenedCase } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { isApplicationCode, isOffenceCode, offences } from '../domain/offences.js';
import { type AheadRefusal, type NoCase, notAhead, ofCase, opened, standingIncident } from '../domain/required.js';
import { principalCrime, standingClassifications, standingIncidents } from '../domain/standing.js';

export interface ClassifyDetails {
  readonly classificationId: string;
  /** Null for the whole course of conduct. */
  readonly incidentId: string | null;
  readonly offenceCode: string;
  readonly principal: boolean;
  /** With `principal`: the classification that is the principal crime now and stops being it; null where none is. */
  readonly inPlaceOf: string | null;
  readonly on: LocalDate;
}

export type ClassifyRefusal =
  | NoCase
  | AheadRefusal
  | 'no-such-incident'
  | 'in-error-already'
  | 'not-an-offence-code'
  | 'no-offence-but-an-application'
  | 'classified-already'
  | 'another-is-principal'
  | 'not-an-offence-then';

/**
 * One more offence as which the incident or the course of conduct is recorded. It replaces none: crimes that are not the principal one
 * are recorded and found too (super-complaint recommendation 7). A case has one principal crime: another one says whose place it takes.
 */
export function classify(state: CaseState, details: ClassifyDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { incidentId, offenceCode, on } = details;
  notAhead(on, now);
  if (!isOffenceCode(offenceCode)) throw refuse<ClassifyRefusal>('not-an-offence-code');
  if (isApplicationCode(offenceCode)) throw refuse<ClassifyRefusal>('no-offence-but-an-application');
  const last = lastDay(it, incidentId);
  const { from = null } = offences.find(({ code }) => code === offenceCode) ?? {};
  if (from !== null && last !== null && last < from) throw refuse<ClassifyRefusal>('not-an-offence-then');
  if (standingClassifications(it).some((one) => one.incidentId === incidentId && one.offenceCode === offenceCode)) {
    throw refuse<ClassifyRefusal>('classified-already');
  }
  const { inPlaceOf, ...classified } = details;
  const replaced = details.principal ? (principalCrime(it)?.classificationId ?? null) : null;
  if (replaced !== null && inPlaceOf !== replaced) throw refuse<ClassifyRefusal>('another-is-principal');
  return [{ type: 'IncidentClassified', data: { ...ofCase(it), ...classified, ...(replaced === null ? {} : { inPlaceOf: replaced }) } }];
}

/** The last day on which what is classified may have happened; null while nothing is recorded. */
function lastDay(it: OpenedCase, incidentId: string | null): LocalDate | null {
  const about = incidentId === null ? standingIncidents(it) : [standingIncident(it, incidentId)];
  return about
    .map(({ occurred }) => occurred.until)
    .reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null);
}
