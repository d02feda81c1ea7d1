import type { Instant, LocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import type { Conduct } from './conduct.js';
import type { Channel, Occurred, ReporterRole } from './occurred.js';
import type { RiskAnswer, AssessorRole, Grade, RiskToolCode } from './risk-tools.js';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

/** How it came to be investigated. */
export type CaseSource = 'victim' | 'control-room' | 'officer' | 'advocate' | 'other-force' | 'agency' | 'other';

/**
 * Why no order is sought, or not yet. `victim-view` stands beside other reasons and never alone: the application is the chief officer's
 * (SPA 2019 s.1) and needs no victim's support.
 */
export type ConsiderationReason =
  | 'grounds-not-met'
  | 'other-order-sought'
  | 'order-protects-already'
  | 'evidence'
  | 'respondent-not-found'
  | 'risk-not-assessed-yet'
  | 'charging-decision-awaited'
  | 'legal-advice-awaited'
  | 'victim-view'
  | 'other';

/** `yes`: an application is to be made; `no`: none; `deferred`: somebody looks again on a day that is set. */
export type ConsiderationDecision = 'yes' | 'no' | 'deferred';

export type CaseOutcome = 'charged' | 'no-further-action' | 'out-of-court' | 'application' | 'other';
export type CaseNfaReason =
  'evidential' | 'not-in-public-interest' | 'support-withdrawn' | 'suspect-not-identified' | 'out-of-time' | 'other';

export interface OfCase {
  caseId: string;
  perpetratorId: string;
  /** The force that investigates, by CJS code. */
  force: string;
}

/** Every fact of one investigation about one perpetrator, before and beside any order. Stream `investigation-<id>`. */
export type CaseFact =
  | Fact<
      'StalkingCaseOpened',
      OfCase & {
        openedOn: LocalDate;
        source: CaseSource;
        /** Those who are or may be at risk, the victims of the acts among them. */
        protectedPersonIds: readonly string[];
      },
      { summary?: Personal<string> }
    >
  /** A crime, occurrence or referral number means something only together with the force and the records system that gave it. */
  | Fact<
      'CaseReferenceRecorded',
      OfCase & { referenceId: string; kind: CaseReferenceKind; givenBy: string; system: string },
      { number: Personal<string> }
    >
  /** Something that happened, as it was told. When it happened, was reported and was recorded (the envelope) stay three times. */
  | Fact<
      'IncidentRecorded',
      OfCase & {
        incidentId: string;
        occurred: Occurred;
        reportedAt: Instant;
        channel: Channel;
        reporter: ReporterRole;
        conduct: readonly Conduct[];
        protectedPersonIds: readonly string[];
      },
      { account: Personal<string>; place?: Personal<string> }
    >
  /** What was recorded wrongly put right; it stays readable in the history. Null leaves a value as it is. */
  | Fact<
      'IncidentCorrected',
      OfCase & {
        incidentId: string;
        correctionId: string;
        occurred: Occurred | null;
        conduct: readonly Conduct[] | null;
      },
      { reason: Personal<string>; account?: Personal<string> }
    >
  /** It belongs to somebody else, or was recorded twice. It stays on the record and counts no more. */
  | Fact<'IncidentRecordedInError', OfCase & { incidentId: string }, { reason: Personal<string> }>
  /**
   * An offence that the incident, or the whole course of conduct (`incidentId` null), is recorded as. Several stand beside each other and
   * none replaces another, whichever is the principal crime (super-complaint recommendation 7).
   */
  | Fact<
      'IncidentClassified',
      OfCase & {
        classificationId: string;
        incidentId: string | null;
        /** CJS offence code, for instance `PH97006`. */
        offenceCode: string;
        principal: boolean;
        /** The classification that stops being the principal crime for it; absent where there was none. A case has one. */
        inPlaceOf?: string;
        on: LocalDate;
      }
    >
  /** An offence as which the case is classified already is its principal crime from that day. `inPlaceOf` as above. */
  | Fact<'PrincipalCrimeChosen', OfCase & { classificationId: string; inPlaceOf?: string; on: LocalDate }>
  /** The classification is held no more from that day; that it was held stays. */
  | Fact<'ClassificationCancelled', OfCase & { classificationId: string; on: LocalDate }, { reason: Personal<string> }>
  | Fact<
      'RiskAssessed',
      OfCase & {
        assessmentId: string;
        tool: RiskToolCode;
        version: string;
        /** By the code of the tool's question. */
        answers: Readonly<Record<string, RiskAnswer>>;
        grade: Grade;
        assessor: AssessorRole;
        on: LocalDate;
        /** Whose risk it is; null when it is not about one person. */
        protectedPersonId: string | null;
      },
      { note?: Personal<string> }
    >
  | Fact<
      'RiskRegraded',
      OfCase & { regradeId: string; assessmentId: string; from: Grade; grade: Grade; assessor: AssessorRole; on: LocalDate },
      { reason: Personal<string> }
    >
  /** Considered at the start of every stalking investigation; a reason stands where no order is sought. */
  | Fact<
      'SpoConsidered',
      OfCase & {
        considerationId: string;
        decision: ConsiderationDecision;
        reasons: readonly ConsiderationReason[];
        on: LocalDate;
        by: AssessorRole;
        /** The day to look again; null unless deferred. */
        lookAgainOn: LocalDate | null;
      },
      { rationale?: Personal<string> }
    >
  /** It closes nothing: neither the case nor the application, which is the chief officer's. */
  | Fact<'VictimSupportWithdrawn', OfCase & { protectedPersonId: string; on: LocalDate }, { words?: Personal<string> }>
  | Fact<'VictimSupportRegained', OfCase & { protectedPersonId: string; on: LocalDate }, { words?: Personal<string> }>
  /** One outcome does not close the case to others: a person may be charged for one act and an order sought for all. */
  | Fact<
      'CaseOutcomeRecorded',
      OfCase & {
        outcomeId: string;
        outcome: CaseOutcome;
        on: LocalDate;
        /** Null unless no further action is taken. */
        reason: CaseNfaReason | null;
        /** Offences charged, by CJS code; empty otherwise. */
        offenceCodes: readonly string[];
        /** The application this led to, when it did and is recorded here. */
        applicationId: string | null;
      },
      { note?: Personal<string> }
    >;

export type CaseReferenceKind = 'crime' | 'occurrence' | 'referral' | 'custody' | 'other';
