import type { Instant, LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import { cases, type OpenedCase } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import type { Grade } from '../domain/risk-tools.js';
import { considerationStanding, currentGrade, lastConsideration, lastOutcome, standingClassifications } from '../domain/standing.js';

/** One fact as the page of the case tells it. */
export interface CaseLogEntry {
  readonly eventId: string;
  readonly fact: CaseFact;
  readonly recordedAt: Instant;
  /** The force that recorded it, by CJS code. */
  readonly force: string;
}

/** An investigation as it is found and shown. */
export interface CaseRow {
  readonly id: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly openedOn: LocalDate;
  readonly recordedAt: Instant;
  /** What was decided last about an order, `unreasoned` where that settles nothing; null while nothing was. */
  readonly considered: string | null;
  /** The day to look again; null unless it was deferred. */
  readonly lookAgainOn: LocalDate | null;
  readonly grade: Grade | null;
  /** The outcome recorded last; null while there is none. */
  readonly outcome: string | null;
  readonly protectedPersonIds: readonly string[];
  /** Everything the case is classified as now, principal or not, each once. */
  readonly offenceCodes: readonly string[];
  readonly doc: OpenedCase;
  readonly log: readonly CaseLogEntry[];
}

/** Every fact of a case. A fact that is not here does not compile. */
export const CASE_FACT_TYPES = Object.keys({
  StalkingCaseOpened: 1,
  CaseReferenceRecorded: 1,
  IncidentRecorded: 1,
  IncidentCorrected: 1,
  IncidentRecordedInError: 1,
  IncidentClassified: 1,
  PrincipalCrimeChosen: 1,
  ClassificationCancelled: 1,
  RiskAssessed: 1,
  RiskRegraded: 1,
  SpoConsidered: 1,
  VictimSupportWithdrawn: 1,
  VictimSupportRegained: 1,
  CaseOutcomeRecorded: 1,
} satisfies Record<CaseFact['type'], 1>);

export const caseRecord: Projection<CaseRow> = {
  name: 'case-record',
  table: 'cases.case_record',
  version: 2,
  reads: CASE_FACT_TYPES,
  rows: ({ fact }) => [(fact as CaseFact).data.caseId],
  evolve(row, event) {
    const { id: eventId, fact, envelope } = event as Recorded<CaseFact>;
    const doc = cases.evolve(row?.doc ?? cases.initial, fact);
    if (doc.is === 'none') return row;
    const considered = lastConsideration(doc);
    return {
      id: doc.caseId,
      perpetratorId: doc.perpetratorId,
      force: doc.force,
      openedOn: doc.openedOn,
      recordedAt: row?.recordedAt ?? envelope.recordedAt,
      // On the first of all days nothing is overdue yet: that is asked with a day.
      considered: considered ? considerationStanding(doc, '0001-01-01') : null,
      lookAgainOn: considered?.lookAgainOn ?? null,
      grade: currentGrade(doc),
      outcome: lastOutcome(doc)?.outcome ?? null,
      protectedPersonIds: doc.protectedPersonIds,
      offenceCodes: [...new Set(standingClassifications(doc).map(({ offenceCode }) => offenceCode))],
      doc,
      log: [...(row?.log ?? []), { eventId, fact, recordedAt: envelope.recordedAt, force: envelope.force }],
    };
  },
};
