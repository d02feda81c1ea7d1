import type { Role } from '#access';
import type { Fact, Personal } from '#event-sourcing';
import type { Instant, LocalDate } from '#calendar';
import type { OtherForumReason } from './application-facts.js';
import type { Appealed, AppealResult } from './appeals.js';
import type { ConditionCode } from './condition-library.js';
import type { HearingFact } from './hearings.js';
import type { Entry, WhyOrderInError } from './in-error.js';
import type { OrderKind } from './kinds/index.js';
import type { End, Moment } from './moments.js';
import type { RequirementResult } from './requirement-checks.js';
import type { ProposalFact } from './variation.js';

export type * from './application-facts.js';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

export interface Court {
  readonly type: 'magistrates' | 'youth' | 'crown' | 'family' | 'county' | 'high' | 'appeal' | 'police';
  readonly name: string;
}

/** One version of one condition, but for its words: those are personal and lie sealed beside it under `words:<versionId>`. */
export interface ConditionVersionPlain {
  readonly conditionId: string;
  readonly versionId: string;
  /** The clause number in the sealed order. */
  readonly number: number;
  /** An index into the library, never a substitute for the words. */
  readonly code: ConditionCode;
  /** The version of the library by which it is indexed, and its blanks are read. Absent: 1. */
  readonly library?: number;
  /** The condition of the application's draft from which it came; absent when it came from none. */
  readonly draftedAs?: string;
  /** Somebody said that the words alone are right and that nothing can be read into the blanks. */
  readonly wordsOnly?: true;
  readonly category: 'prohibition' | 'requirement';
  readonly locality: 'uk' | 'limited';
  /** Null: as long as the order (SPA 2019 s.3 allows each condition its own period). */
  readonly end: End | null;
}

/** What the court wrote, verbatim, and what was read into it. */
export interface ConditionWords {
  readonly wording: string;
  /** Typed blanks of the library's code, for instance `{ metres: '200' }`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The limit of a condition that is not UK-wide, in the order's words. */
  readonly locality: string | null;
  /** Why this condition is necessary (SPA 2019 s.2(3)). */
  readonly necessity: string | null;
}

/** Keys are `words:<versionId>`. */
export type WordsParts = { readonly [part: `words:${string}`]: Personal<ConditionWords> };

export type ConditionChange =
  | { readonly change: 'added'; readonly version: ConditionVersionPlain }
  | { readonly change: 'reworded'; readonly version: ConditionVersionPlain }
  | { readonly change: 'removed'; readonly conditionId: string };

/** What was served or came to be known: the order as made, or the variation with this id. */
export type Served = 'order' | { readonly variationId: string };

export type ServiceMethod = 'personal' | 'in-court' | 'read-by-officer' | 'left-at-address' | 'post' | 'solicitor' | 'other';
export type AwarenessBasis = 'in-court' | 'told' | 'solicitor' | 'own-words' | 'other';
export type Origin = 'application' | 'conviction' | 'acquittal' | 'appeal-remit' | 'own-motion' | 'notice';
export type Applicant = 'chief-officer' | 'respondent' | 'prosecution' | 'protected-person' | 'third-party' | 'court';
export type DetermineOutcome = 'granted' | 'refused' | 'withdrawn' | 'otherwise';

/** Every fact of one order of any kind. Stream `order-<id>`. All carry the perpetrator and the force that keeps the order. */
export type OrderFact =
  | ProposalFact
  | HearingFact<OfOrder, 'Order'>
  | Fact<
      'OrderMade',
      OfOrder & {
        kind: OrderKind;
        /** Null for an order that no application began (a restraining order). */
        applicationId: string | null;
        origin: Origin;
        court: Court;
        made: Moment;
        end: End;
        /** Null when the record does not say. In court when it was made: the respondent knows of it from then on. */
        respondentPresent: boolean | null;
        withNotice: boolean | null;
        protectedPersonIds: readonly string[];
        locality: 'uk' | 'limited';
        /** The interim order that this one replaces: then no new initial notification is due (SPA 2019 s.9). */
        replaces: string | null;
        conditions: readonly ConditionVersionPlain[];
        /** The appeal against the refusal of the application on which a court made it. Absent: it was made at first instance. */
        onAppeal?: string;
        /** Why the youth court or another made it although, by the respondent's age then, it belongs to the other. Absent: it did not. */
        otherForum?: OtherForumReason;
      },
      WordsParts & { reference?: Personal<string> }
    >
  | Fact<
      'ServiceAttempted',
      OfOrder & { attemptId: string; served: Served; at: Moment; method: ServiceMethod },
      { result: Personal<string> }
    >
  | Fact<
      'OrderServed',
      OfOrder & {
        serviceId: string;
        served: Served;
        at: Moment;
        method: ServiceMethod;
        proof: 'certificate' | 'statement' | 'court-record' | 'none-yet';
        /** The versions of the conditions that were read out to him, one by one. Absent: it was not recorded. */
        read?: readonly string[];
        /** What else was said aloud, line by line, as `linesAloud` names them. Absent: nothing was recorded as said. */
        told?: readonly string[];
      },
      {
        place: Personal<string>;
        by: Personal<string>;
        identified?: Personal<string>;
        /** What the respondent said or did when it was served. */ reaction?: Personal<string>;
      }
    >
  /** He knows of it although it was not served on him: service is no precondition of a breach (DPP v Stephenson [2025] EWHC 950). */
  | Fact<
      'AwarenessEvidenced',
      OfOrder & { evidenceId: string; of: Served; at: Moment; basis: AwarenessBasis },
      { detail: Personal<string> }
    >
  | Fact<
      'OrderVaried',
      OfOrder & {
        variationId: string;
        court: Court;
        effective: Moment;
        onApplicationOf: Applicant;
        respondentPresent: boolean | null;
        changes: readonly ConditionChange[];
        /** The new end, null when it stays. */
        end: End | null;
        /** The appeal on which a court changed or undid it. Absent: none. */
        onAppeal?: string;
      },
      WordsParts & { reason?: Personal<string> }
    >
  | Fact<
      'OrderRenewed',
      OfOrder & {
        renewalId: string;
        court: Court;
        filedOn: LocalDate;
        made: Moment;
        end: End;
        onApplicationOf: Applicant;
        outOfTime: boolean;
        /** For what an interim order was carried on (SPA 2019 s.5). Absent: not recorded. */
        awaiting?: Awaited | null;
      }
    >
  /** SPA 2019 s.4: no discharge within two years of making without these. */
  | Fact<'DischargeConsentGiven', OfOrder & { consentId: string; by: Consenting; on: LocalDate }>
  | Fact<
      'OrderDischarged',
      /**
       * `proposalId`: what the force had asked for, and was granted with it. Absent: nothing was proposed. `withoutConsent`: whose consent, which the Act
       * asks for, was not recorded then. Absent: nobody's.
       */
      OfOrder & {
        court: Court;
        at: Moment;
        onApplicationOf: Applicant;
        onAppeal?: string;
        proposalId?: string;
        withoutConsent?: readonly Consenting[];
      },
      { reason?: Personal<string> }
    >
  /** `against`: the decision that is appealed. Absent: not recorded. */
  | Fact<'AppealLodged', OfOrder & { appealId: string; on: LocalDate; by: Applicant; against?: Appealed }>
  /** Somebody decided that the force does not appeal against what the respondent obtained (SPA 2019 s.7). `against`: as `appealedAs` names it. */
  | Fact<'ChangeAccepted', OfOrder & { against: string; on: LocalDate }, { reason: Personal<string> }>
  /** `result`: what the court did. Absent: not recorded, and an order that it ended has `OrderQuashed`. */
  | Fact<
      'AppealDetermined',
      OfOrder & {
        appealId: string;
        court: Court;
        at: Moment;
        outcome: 'allowed' | 'dismissed' | 'abandoned';
        result?: AppealResult;
        /** That the court below decided it, to which it had been sent back. */
        rehearing?: true;
      }
    >
  /** Set aside from this moment. What was in force before it stays recorded as in force then. */
  | Fact<'OrderQuashed', OfOrder & { appealId: string | null; court: Court; at: Moment }>
  /**
   * The main application was determined, whichever way: the interim ends (SPA 2019 s.5), whatever its date. `applicationId`: null where the application
   * is not on record here; then `fullOrderId` is the order that it ended with, where that is.
   */
  | Fact<
      'InterimOrderCeased',
      OfOrder & { applicationId: string | null; at: Moment; outcome: DetermineOutcome; fullOrderId?: string | null }
    >
  /** While the respondent is under SOA 2003 Part 2 the duty to notify sleeps; it wakes on the final day of that (SPA 2019 s.9). */
  | Fact<'NotificationExempted', OfOrder & { finalDay: LocalDate | null }>
  | Fact<'DetailsChangeLearned', OfOrder & { changeId: string; of: 'name' | 'address'; on: LocalDate }>
  | Fact<
      'NotificationGiven',
      OfOrder & {
        notificationId: string;
        about: NotificationAbout;
        at: Moment;
        inAdvance: boolean;
        /** Whether he was given the written acknowledgement (SPA 2019 s.10). Absent: not recorded. */
        acknowledged?: boolean;
      },
      { station: Personal<string>; officer: Personal<string>; details: Personal<string> }
    >
  | Fact<'NotificationDefaulted', OfOrder & { defaultId: string; about: NotificationAbout; lastDay: LocalDate }>
  /** On these days of one requirement. Recorded again of a day, the later counts. */
  | Fact<
      'RequirementChecked',
      OfOrder & { checkId: string; conditionId: string; versionId: string; days: readonly LocalDate[]; result: RequirementResult },
      { note?: Personal<string> }
    >
  | Fact<
      'NationalRecordConfirmed',
      OfOrder & { confirmationId: string; state: 'created' | 'updated' | 'removed'; on: LocalDate },
      { reference: Personal<string> }
    >
  /** An officer of another force was shown the words as the court made them, to read them to the respondent. */
  | Fact<'CourtWordsShown', OfOrder & { showingId: string; toForce: string; why: WhyWordsShown }, { reason?: Personal<string> }>
  /**
   * It was made or varied, or the court is asked to vary it, although it may not fit beside another order (SPA 2019 s.2(7)): what was found then, and why it went on.
   * `of`: what was recorded.
   */
  | Fact<
      'OrderConflictsWeighed',
      OfOrder & { weighingId: string; of: WeighedDocument; conflicts: readonly WeighedConflict[] },
      { reason: Personal<string> }
    >
  /**
   * A keying error put right; what was recorded stays readable in the history. Null leaves a value as it is. `replaces`: the interim in whose place
   * it stands after another proved to be none, null for none; absent, it stays. `ceased`: when an interim order ended with the making of the full one,
   * that of which the moment was corrected.
   */
  | Fact<
      'OrderCorrected',
      OfOrder & {
        correctionId: string;
        court: Court | null;
        made: Moment | null;
        end: End | null;
        respondentPresent: boolean | null;
        replaces?: string | null;
        ceased?: { readonly was: Moment; readonly is: Moment };
      },
      { reason: Personal<string> }
    >
  /** Something on its record belongs to another order, is there twice or never happened. It counts no more and stays readable. */
  | Fact<
      'EntryRecordedInError',
      /** `was`: the day of what was recorded, where it has one. `at`: when that was noticed; what is recorded after it is no part of the error. */
      OfOrder & { errorId: string; entry: Entry; was: LocalDate | null; at: Instant },
      { reason: Personal<string> }
    >
  /** The order itself should not be on record: it bound nobody at any time. Every breach alleged under it is flagged for a person to review. */
  | Fact<'OrderRecordedInError', OfOrder & { errorId: string; why: WhyOrderInError; at: Instant }, { reason: Personal<string> }>
  /** The words were keyed wrongly: the version keeps its id and its dates, and every breach pinned to it is flagged for a person to review. */
  | Fact<
      'ConditionCorrected',
      OfOrder & { correctionId: string; version: ConditionVersionPlain },
      WordsParts & { reason: Personal<string> }
    >;

/** What would tell the respondent where a protected person can be reached, and who said that the court's copy needs it: never the words themselves. */
export interface GivenAway {
  readonly by: { readonly userId: string; readonly role: Role };
  /** The section of the draft in which it stands, where one is known, with what it tells. */
  readonly found: readonly { readonly section: string | null; readonly gives: Whereabouts }[];
}

/** By what somebody can be reached. */
export type Whereabouts = 'address' | 'telephone' | 'email';

/** For what an interim order is carried on while the main application is undetermined. */
export type Awaited = 'charge-decision' | 'final-hearing' | 'evidence' | 'service' | 'other';

/** What was weighed: the order, a variation of it, or what the court is asked to change. */
export type WeighedDocument = Served | { readonly proposalId: string };

/** Two sets of wordings that may not fit together, and why. */
export interface WeighedConflict {
  /** A reason of the conflict check. */
  readonly why: string;
  /** The other order and the force that keeps it; null where both wordings are of this order. */
  readonly beside: { readonly orderId: string; readonly force: string } | null;
  readonly versionIds: readonly string[];
  readonly theirVersionIds: readonly string[];
}

/** Why another force needed the words of an order: with the respondent, or for what it said in words. */
export type WhyWordsShown = 'at-the-door' | 'other';

export interface OfOrder {
  orderId: string;
  perpetratorId: string;
  /** The force that keeps the order, by CJS code. */
  force: string;
}

/** Whose consent the Act asks for to a discharge within two years of the making (SPA 2019 s.4). */
export type Consenting = 'respondent' | 'applying-chief-officer' | 'home-chief-officer';

export type NotificationAbout = 'initial' | 'name' | 'address';
