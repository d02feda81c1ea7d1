import type { Instant, LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { Appealed, AppealResult } from './appeals.js';
import type {
  Applicant,
  Awaited,
  AwarenessBasis,
  Court,
  NotificationAbout,
  Served,
  ServiceMethod,
  WeighedConflict,
  WeighedDocument,
} from './events.js';
import type { Entry } from './in-error.js';
import type { End, Moment } from './moments.js';

// What is recorded of an order besides its making and its conditions.

/** Which end holds from when: the one it was made with, a varied one, a renewed one. */
export interface EndSet {
  readonly from: Moment;
  readonly end: End;
  readonly by: 'order' | 'variation' | 'renewal' | 'discharge' | 'appeal';
  /** The id of that variation, renewal or appeal; null for what the order was made with. */
  readonly of: string | null;
}

export interface Service {
  readonly serviceId: string;
  readonly served: Served;
  readonly at: Moment;
  readonly method: ServiceMethod;
  readonly proof: 'certificate' | 'statement' | 'court-record' | 'none-yet';
  readonly place: Personal<string>;
  readonly by: Personal<string>;
  /** How the respondent was identified; null when the record does not say. */
  readonly identified: Personal<string> | null;
  /** What the respondent said or did when it was served; null when the record does not say. */
  readonly reaction: Personal<string> | null;
  /** The versions of the conditions that were read out to him, one by one. */
  readonly read: readonly string[];
  /** What else was said to him aloud, line by line: a renewal among it only where it was said. */
  readonly told: readonly string[];
}

export interface ServiceAttempt {
  readonly attemptId: string;
  readonly served: Served;
  readonly at: Moment;
  readonly method: ServiceMethod;
  readonly result: Personal<string>;
}

export interface Awareness {
  readonly evidenceId: string;
  readonly of: Served;
  readonly at: Moment;
  readonly basis: AwarenessBasis;
  readonly detail: Personal<string>;
}

export interface Variation {
  readonly variationId: string;
  readonly court: Court;
  readonly effective: Moment;
  readonly onApplicationOf: Applicant;
  readonly respondentPresent: boolean | null;
  readonly end: End | null;
  readonly reason: Personal<string> | null;
  /** The appeal on which a court changed or undid it; null where there was none. */
  readonly onAppeal: string | null;
}

export interface Renewal {
  readonly renewalId: string;
  readonly court: Court;
  readonly filedOn: LocalDate;
  readonly made: Moment;
  readonly end: End;
  readonly onApplicationOf: Applicant;
  readonly outOfTime: boolean;
  /** For what an interim order was carried on; null when the record does not say. */
  readonly awaiting: Awaited | null;
}

export interface Consent {
  readonly consentId: string;
  readonly by: 'respondent' | 'applying-chief-officer' | 'home-chief-officer';
  readonly on: LocalDate;
}

export interface Appeal {
  readonly appealId: string;
  readonly on: LocalDate;
  readonly by: Applicant;
  /** The decision that is appealed; null when the record does not say. */
  readonly against: Appealed | null;
  readonly determined: {
    readonly court: Court;
    readonly at: Moment;
    readonly outcome: 'allowed' | 'dismissed' | 'abandoned';
    /** What the court did; null when the record does not say. */
    readonly result: AppealResult | null;
  } | null;
  /** When and by which court it was sent back, where the court below decided it since; null where it did not. */
  readonly sentBack: { readonly court: Court; readonly at: Moment } | null;
}

/** What was said to have been recorded in error. */
export interface RecordedInError {
  readonly errorId: string;
  readonly entry: Entry;
  /** The day of what it says happened, where it has one. */
  readonly was: LocalDate | null;
  /** When that was noticed. */
  readonly at: Instant;
  readonly reason: Personal<string>;
}

/** A keying error put right. What is null in `changed` stayed as it was. */
export interface Correction {
  readonly correctionId: string;
  readonly changed: {
    readonly made: Changed<Moment> | null;
    /** The end that was set last. */
    readonly end: Changed<End> | null;
    readonly respondentPresent: Changed<boolean | null> | null;
    /** When it ended with the making of the full order. */
    readonly ceased: Changed<Moment> | null;
  };
  readonly reason: Personal<string>;
}

interface Changed<Value> {
  readonly was: Value;
  readonly is: Value;
}

export interface Notification {
  readonly notificationId: string;
  readonly about: NotificationAbout;
  readonly at: Moment;
  readonly inAdvance: boolean;
  /** Whether he was given the written acknowledgement; null when the record does not say. */
  readonly acknowledged: boolean | null;
}

export interface OrderWeighing {
  readonly weighingId: string;
  readonly of: WeighedDocument;
  readonly conflicts: readonly WeighedConflict[];
  readonly reason: Personal<string>;
}
