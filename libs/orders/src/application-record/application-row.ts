import type { LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import { applications, type ApplicationState, type FiledApplication } from '../domain/application.js';
import type { ApplicationFact, DetermineOutcome } from '../domain/events.js';

/** An application as it is listed and shown. */
export interface ApplicationRow {
  readonly id: string;
  readonly perpetratorId: string;
  /** The applying force, by CJS code. */
  readonly force: string;
  readonly filedOn: LocalDate;
  /** Null while it waits; `in-error` where it should never have been on record. */
  readonly outcome: DetermineOutcome | 'in-error' | null;
  readonly determinedOn: LocalDate | null;
  /** When it was recorded, UTC. */
  readonly recordedAt: string;
  readonly doc: ApplicationState;
}

const reads: Readonly<Record<ApplicationFact['type'], true>> = {
  ApplicationFiled: true,
  SupportWithdrawn: true,
  InterimOrderObtained: true,
  ApplicationDetermined: true,
  RefusalAppealed: true,
  RefusalAppealDecided: true,
  HearsayNoticeServed: true,
  InterimRefusalSettled: true,
  RefusalAccepted: true,
  CourtTellingDecided: true,
  DeterminationRecordedInError: true,
  RefusalAppealRecordedInError: true,
  HearingListed: true,
  HearingAdjourned: true,
  DirectionsGiven: true,
  HearingHeld: true,
  DirectionSettled: true,
  ApplicationRecordedInError: true,
  ApplicationEntryRecordedInError: true,
};

export const applicationRecord: Projection<ApplicationRow> = {
  name: 'application-record',
  table: 'orders.application_record',
  version: 8,
  reads: Object.keys(reads),
  rows: ({ fact }) => [(fact as ApplicationFact).data.applicationId],
  evolve(row, event) {
    const state = applications.evolve(row?.doc ?? applications.initial, (event as Recorded<ApplicationFact>).fact);
    return state.is === 'not-filed' ? row : rowOf(state, row?.recordedAt ?? event.envelope.recordedAt);
  },
};

function rowOf(doc: FiledApplication, recordedAt: string): ApplicationRow {
  const { applicationId: id, perpetratorId, force, filedOn } = doc;
  const determination = doc.is === 'determined' ? doc.determination : null;
  const outcome = doc.is === 'in-error' ? doc.is : (determination?.outcome ?? null);
  return { id, perpetratorId, force, filedOn, outcome, determinedOn: determination?.at.on ?? null, recordedAt, doc };
}
