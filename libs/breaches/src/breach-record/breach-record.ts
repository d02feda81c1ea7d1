import type { Instant, LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import { type BreachState, type BreachStatus, breaches } from '../domain/breach.js';
import { allegedAt } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';

/** One fact as the page of the breach tells it. */
export interface LogEntry {
  readonly eventId: string;
  readonly fact: BreachFact;
  readonly recordedAt: Instant;
  /** The user who recorded it, and the force (CJS code). */
  readonly by: string;
  readonly force: string;
}

/** A reported incident as it is found and shown. */
export interface BreachRow {
  readonly id: string;
  readonly perpetratorId: string;
  readonly force: string;
  /** First and last day on which it may have happened. */
  readonly occurredOn: LocalDate;
  readonly occurredUntil: LocalDate;
  readonly reportedAt: Instant;
  /** When the report itself was recorded. */
  readonly recordedAt: Instant;
  /** When it was recorded that it is alleged to be a breach; null while it is only kept. */
  readonly allegedAt: Instant | null;
  readonly status: BreachStatus;
  readonly isBreach: boolean;
  /** The orders ever alleged against. */
  readonly orderIds: readonly string[];
  /** Flags that nobody has reviewed. */
  readonly openFlags: number;
  readonly doc: BreachState;
  readonly log: readonly LogEntry[];
}

export const breachRecord: Projection<BreachRow> = {
  name: 'breach-record',
  table: 'breaches.breach_record',
  version: 7,
  reads: [
    'BreachReported',
    'ContactKept',
    'AllegationAdded',
    'AllegationWithdrawn',
    'AddendumRecorded',
    'TimeCorrected',
    'EvidenceReferenced',
    'ArrestMade',
    'DetentionExtended',
    'ExtensionRecordedInError',
    'InterviewHeld',
    'ReleasedFromCustody',
    'RemandDecided',
    'Charged',
    'NoFurtherAction',
    'DisposedOutOfCourt',
    'CourtOutcomeRecorded',
    'VictimTold',
    'VictimNotTold',
    'SafetyAssessed',
    'SupervisorReviewed',
    'ReviewFlagged',
    'FlagReviewed',
  ] satisfies BreachFact['type'][],
  rows: ({ fact }) => [(fact as BreachFact).data.breachId],
  evolve(row, event) {
    const { id: eventId, fact, envelope } = event as Recorded<BreachFact>;
    const before = row?.doc ?? breaches.initial;
    const doc = breaches.evolve(before, fact);
    const entry: LogEntry = { eventId, fact, recordedAt: envelope.recordedAt, by: envelope.by, force: envelope.force };
    return {
      id: doc.breachId,
      perpetratorId: doc.perpetratorId,
      force: doc.force,
      occurredOn: doc.occurred.on,
      occurredUntil: doc.occurred.until,
      reportedAt: doc.reportedAt,
      recordedAt: row?.recordedAt ?? envelope.recordedAt,
      allegedAt: allegedAt(fact, before, envelope.recordedAt, row?.allegedAt ?? null),
      status: doc.status,
      isBreach: doc.isBreach,
      orderIds: [...new Set(doc.allegations.map((allegation) => allegation.orderId))],
      openFlags: doc.flags.filter((flag) => flag.review === null).length,
      doc,
      log: [...(row?.log ?? []), entry],
    };
  },
};
