import type { Fact, Personal } from '#event-sourcing';
import type { Instant, LocalDate } from '#calendar';
import type { ApplicationEntry, WhyApplicationInError } from './application-in-error.js';
import type { Applicant, Court, DetermineOutcome, GivenAway } from './events.js';
import type { Heard, HearingFact } from './hearings.js';
import type { InterimRefusalSettling } from './interim-refusals.js';
import type { Moment } from './moments.js';
import type { RefusalAppealResult } from './refusal-appeals.js';

// The names in quotes are the stored format, as in `events.ts`.

/** SPA 2019 s.1(3): why this chief officer may apply; BTP and MDP have no area limit. */
export type AreaBasis = 'resides' | 'believed-in-area' | 'intends-to-come' | 'no-area-limit';

/** Every fact of one application for an SPO, by complaint to a magistrates' court. Stream `application-<id>`. */
export type ApplicationFact =
  | HearingFact<OfApplication, ''>
  | Fact<
      'ApplicationFiled',
      OfApplication & {
        filedOn: LocalDate;
        court: Court;
        /** Fixed by the respondent's age on the day it is filed; a birthday later does not move it. */
        forum: 'adult' | 'youth';
        notice: 'with' | 'without';
        areaBasis: AreaBasis;
        interimSought: boolean;
        protectedPersonIds: readonly string[];
        /** Those who suffered the acts: they need not be the protected people (SPA 2019 s.1(1)(c)). */
        victimIds: readonly string[];
        /** That its own words tell where a protected person can be reached, and who filed it so on purpose. Absent: nothing was found. */
        givenAway?: GivenAway;
        /** The hearsay that its draft relies on: when the draft was begun, and the day of the hearing where it says one. Absent: none, or drafted elsewhere. */
        hearsay?: { begunOn: LocalDate; statedOn: LocalDate | null };
      },
      /** `eighteenOn`: when a respondent under 18 turns 18, as it tells the date of birth. Absent for all others, and where that is not known. */
      { reference?: Personal<string>; grounds?: Personal<string>; eighteenOn?: Personal<LocalDate> }
    >
  /** Support withdrawn closes nothing: the application is the chief officer's. */
  | Fact<'SupportWithdrawn', OfApplication & { protectedPersonId: string; on: LocalDate }>
  /** `otherForum`: why the youth court or another made it although the application belongs to the other. Absent: it did not. */
  | Fact<'InterimOrderObtained', OfApplication & { orderId: string; made: Moment; otherForum?: OtherForumReason }>
  | Fact<
      'ApplicationDetermined',
      OfApplication & {
        outcome: DetermineOutcome;
        at: Moment;
        court: Court;
        contested: boolean | null;
        /** The full order, when granted. */
        orderId: string | null;
        reason: DeterminationReason | null;
        /** How the respondent met it, and at which hearing. Absent: not recorded. */
        heard?: Heard | null;
        hearingId?: string | null;
        /** Why the youth court or another dealt with it although it was filed at the other; absent or null: it did not. */
        otherForum?: OtherForumReason | null;
      },
      { note?: Personal<string> }
    >
  /** SPA 2019 s.7: the refusal stands until the appeal is decided. */
  | Fact<
      'RefusalAppealed',
      OfApplication & { appealId: string; on: LocalDate; by: Applicant; /** Where it was lodged. */ court: Court },
      { grounds?: Personal<string> }
    >
  | Fact<
      'RefusalAppealDecided',
      OfApplication & {
        appealId: string;
        court: Court;
        at: Moment;
        result: RefusalAppealResult;
        /** The order that the court made, with `order-made`. */
        orderId: string | null;
      },
      { note?: Personal<string> }
    >
  /** It was not determined, or not so: the application waits again, and the interim orders that ceased with it had not ceased. */
  | Fact<'DeterminationRecordedInError', OfApplication & { errorId: string; was: LocalDate; at: Instant }, { reason: Personal<string> }>
  /** `appeal`: nobody appealed so. `decision`: the appeal was not decided, or not so, and waits again. `was`: the day of what is taken back. */
  | Fact<
      'RefusalAppealRecordedInError',
      OfApplication & { errorId: string; appealId: string; what: 'appeal' | 'decision'; was: LocalDate; at: Instant },
      { reason: Personal<string> }
    >
  /** The application itself should not be on record: nobody filed it, or not against this person. Nothing that a court decided of it is on record. */
  | Fact<
      'ApplicationRecordedInError',
      OfApplication & { errorId: string; why: WhyApplicationInError; at: Instant },
      { reason: Personal<string> }
    >
  /** `was`: the day of what it says happened. `at`: when that was noticed; what is recorded after it is no part of the error. */
  | Fact<
      'ApplicationEntryRecordedInError',
      OfApplication & { errorId: string; entry: ApplicationEntry; was: LocalDate; at: Instant },
      { reason: Personal<string> }
    >
  /** Notice of the hearsay that the application relies on was served. `how`: on whom, and in which way. */
  | Fact<'HearsayNoticeServed', OfApplication & { noticeId: string; on: LocalDate }, { how: Personal<string> }>
  /** What the force does about the refusal of an interim order at the hearing (SPA 2019 s.7). */
  | Fact<
      'InterimRefusalSettled',
      OfApplication & { hearingId: string; how: InterimRefusalSettling; on: LocalDate },
      { reason: Personal<string> }
    >
  /** Somebody decided that the force does not appeal. */
  | Fact<'RefusalAccepted', OfApplication & { on: LocalDate }, { reason: Personal<string> }>
  /** Somebody decided whether the court is told that incidents on which the application rests were corrected or recorded in error after it was filed. */
  | Fact<
      'CourtTellingDecided',
      OfApplication & { on: LocalDate; isTold: boolean; incidents: readonly IncidentSince[] },
      { reason: Personal<string> }
    >;

/** An incident on which a filed application rests, as it stood when somebody looked. `corrections`: how often it had been corrected. */
export interface IncidentSince {
  readonly incidentId: string;
  readonly corrections: number;
  readonly isStruck: boolean;
}

/** Why a court of the other forum dealt with an application. */
export type OtherForumReason = 'turned-18' | 'age-found' | 'sent-there' | 'other';

export interface OfApplication {
  applicationId: string;
  perpetratorId: string;
  /** The applying force, by CJS code. */
  force: string;
}

/** Why an application did not end in an order. */
export type DeterminationReason =
  | 'acts-not-made-out'
  | 'risk-not-made-out'
  | 'not-necessary'
  | 'other-order-made'
  | 'respondent-not-traced'
  | 'respondent-died'
  | 'evidence-withdrawn'
  | 'undertaking-given'
  | 'no-longer-needed'
  | 'procedural'
  | 'other';
