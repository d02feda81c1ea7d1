import type { Channel, Occurred, ReporterRole } from '#cases';
import type { Fact, Personal } from '#event-sourcing';
import type { Instant, LocalDate } from '#calendar';
import type { VictimChannel } from '#people';
import type { TellerRole, WhyNotTold, WhyWithheld } from './telling.js';

// An incident is told in the same words before and after an order.
export type { Channel, Occurred, ReporterRole } from '#cases';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

/** What was done, by the tile an officer taps. */
export type ContactKind =
  | 'message'
  | 'call'
  | 'approach'
  | 'area'
  | 'online'
  | 'third-party'
  | 'device'
  | 'watching'
  | 'gift'
  | 'missed-requirement'
  | 'notification'
  | 'other';

/** One condition version of one order said to be breached, and the offence that would be (by order kind and day of the act). */
export interface Allegation {
  readonly allegationId: string;
  readonly orderId: string;
  /** Null for an offence against the notification duty, which is a duty of the Act and not a condition. */
  readonly conditionId: string | null;
  /** The wording as it stood when it happened. It never moves to a later one. */
  readonly conditionVersionId: string | null;
  /** CJS code, for instance `ST19001`; null where breach is no offence (contempt of court). */
  readonly offenceCode: string | null;
}

export type BreachOutcome = 'convicted' | 'acquitted' | 'discontinued' | 'dismissed' | 'contempt-proved' | 'other';
export type NfaReason =
  | 'evidential'
  | 'not-in-public-interest'
  | 'support-withdrawn'
  | 'suspect-not-identified'
  | 'reasonable-excuse'
  | 'not-aware-of-order'
  | 'not-in-force'
  | 'out-of-time'
  | 'other';

export interface OfBreach {
  breachId: string;
  perpetratorId: string;
  /** The force that recorded it, by CJS code. */
  force: string;
}

/** Every fact of one incident reported against the orders of one perpetrator. Stream `breach-<id>`. */
export type BreachFact =
  | Fact<
      'BreachReported',
      OfBreach & {
        occurred: Occurred;
        reportedAt: Instant;
        channel: Channel;
        reporter: ReporterRole;
        kinds: readonly ContactKind[];
        protectedPersonIds: readonly string[];
        allegations: readonly Allegation[];
        /** No order alleged against was known to be served when it happened: what shows that he knew must still be found. */
        awarenessToShow: boolean;
        reasonableExcuse: 'none-offered' | 'offered' | 'not-asked';
      },
      { account: Personal<string>; place?: Personal<string>; excuse?: Personal<string> }
    >
  /** Contact that no condition in force forbids, or that nobody says is a breach: kept, because the pattern matters. */
  | Fact<
      'ContactKept',
      OfBreach & {
        occurred: Occurred;
        reportedAt: Instant;
        channel: Channel;
        reporter: ReporterRole;
        kinds: readonly ContactKind[];
        protectedPersonIds: readonly string[];
        why: 'no-order-in-force' | 'no-condition-forbids-it' | 'not-alleged';
      },
      { account: Personal<string>; place?: Personal<string> }
    >
  /** Later thought of, or learned. `awarenessToShow` is the answer for all allegations together, this one included. */
  | Fact<'AllegationAdded', OfBreach & { allegation: Allegation; awarenessToShow: boolean }>
  | Fact<'AllegationWithdrawn', OfBreach & { allegationId: string }, { reason: Personal<string> }>
  /** Something learned later; what was recorded first stands beside it. */
  | Fact<'AddendumRecorded', OfBreach & { addendumId: string; occurred: Occurred | null }, { text: Personal<string> }>
  /**
   * When it happened was recorded wrongly: `was` stays beside it. No allegation is moved by it; `awarenessToShow` is the answer for all that are
   * maintained.
   */
  | Fact<
      'TimeCorrected',
      OfBreach & { correctionId: string; was: Occurred; occurred: Occurred; awarenessToShow: boolean },
      { reason: Personal<string> }
    >
  | Fact<
      'EvidenceReferenced',
      OfBreach & {
        evidenceId: string;
        kind: 'statement' | 'message' | 'cctv' | 'phone-record' | 'device' | 'photograph' | 'order-copy' | 'service-proof' | 'other';
      },
      { reference: Personal<string> }
    >
  | Fact<'ArrestMade', OfBreach & { at: Instant }>
  /** Detention without a charge was extended (PACE 1984 ss.42 to 44): by whom, when, until when. */
  | Fact<'DetentionExtended', OfBreach & { extensionId: string; by: DetentionAuthority; at: Instant; until: Instant }>
  /** It was not extended like that: the limit before it stands. `was`: until when it was said to be. It is recorded anew as it was. */
  | Fact<'ExtensionRecordedInError', OfBreach & { errorId: string; extensionId: string; was: Instant }, { reason: Personal<string> }>
  | Fact<'InterviewHeld', OfBreach & { at: Instant; underCaution: boolean }>
  | Fact<
      'ReleasedFromCustody',
      OfBreach & { at: Instant; how: 'bail-with-conditions' | 'bail' | 'under-investigation' | 'no-further-action' }
    >
  /** After a charge: on what bail he was let go, or that he was kept in custody, by the police (PACE 1984 s.38) or a court (Bail Act 1976). */
  | Fact<'RemandDecided', OfBreach & { at: Instant; by: 'police' | 'court'; how: 'bail-with-conditions' | 'bail' | 'custody' }>
  | Fact<'Charged', OfBreach & { at: Instant; offenceCodes: readonly string[]; test: 'full-code' | 'threshold' }>
  | Fact<'NoFurtherAction', OfBreach & { at: Instant; reason: NfaReason }, { note?: Personal<string> }>
  | Fact<'DisposedOutOfCourt', OfBreach & { at: Instant; how: 'caution' | 'conditional-caution' | 'community-resolution' }>
  /** `receivedAt` is when the witness care unit learned of it: the victim's clock runs from there, not from the hearing. */
  | Fact<'CourtOutcomeRecorded', OfBreach & { on: LocalDate; outcome: BreachOutcome; receivedAt: Instant }, { sentence?: Personal<string> }>
  /** A victim was told of a development (Victims' Code, Right 6). */
  | Fact<
      'VictimTold',
      OfBreach & {
        updateId: string;
        protectedPersonId: string;
        at: Instant;
        of: VictimUpdateAbout;
        /** How they were told, and who told them. Absent: it was not recorded. */
        channel?: VictimChannel;
        role?: TellerRole;
      },
      /** `note`: why they were told by a way that their plan marks never. */
      { by?: Personal<string>; note?: Personal<string> }
    >
  /** A victim was not told of a development, or is not to be told, and why. */
  | Fact<
      'VictimNotTold',
      OfBreach & {
        updateId: string;
        protectedPersonId: string;
        at: Instant;
        of: VictimUpdateAbout;
        role: TellerRole;
        decision: 'not-told' | 'do-not-tell';
        because: WhyNotTold | WhyWithheld;
      },
      { by?: Personal<string>; note?: Personal<string> }
    >
  /** How great the risk was then, and what was done at once to keep the victims safe. Each assessment stands. */
  | Fact<'SafetyAssessed', OfBreach & { at: Instant; risk: SafetyRisk; actions: readonly SafetyAction[] }, { note?: Personal<string> }>
  /** A supervisor, who did not report it, has looked at it. */
  | Fact<'SupervisorReviewed', OfBreach & { at: Instant; decision: 'agreed' | 'more-to-do' }, { note?: Personal<string> }>
  /** Something under the report changed; a person must look. The report itself is never rewritten. */
  | Fact<
      'ReviewFlagged',
      OfBreach & {
        flagId: string;
        because: FlagReason;
        orderId: string;
        /** When the change was recorded. */
        at: Instant;
        /** The correction of the order that raised it. Absent: something else did. */
        correctionId?: string;
      }
    >
  /** `links-changed`: nobody decided, and nothing is left to decide, since the records under it became two people's, or one's, again. */
  | Fact<
      'FlagReviewed',
      OfBreach & {
        flagId: string;
        decision: 'stands' | 'refer-to-prosecutor' | 'withdraw' | 'other-wording' | 'alleged' | 'links-changed';
      },
      { note?: Personal<string> }
    >;

/** A superintendent (PACE 1984 s.42), a warrant of further detention (s.43), an extension of the warrant (s.44). */
export type DetentionAuthority = 'superintendent' | 'warrant' | 'warrant-extension';

/** `high`: may happen at any time, with serious impact; `medium`: signs of serious harm, unlikely unless something changes. */
export type SafetyRisk = 'standard' | 'medium' | 'high';

/** What was done at once. Nothing here says where anybody is. */
export type SafetyAction =
  | 'advice'
  | 'alarm'
  | 'home-security'
  | 'address-marker'
  | 'patrols'
  | 'moved-to-safety'
  | 'advocate'
  | 'children'
  | 'respondent-sought'
  | 'other';

export type VictimUpdateAbout =
  | 'report-decision'
  | 'arrest'
  | 'interview'
  | 'release'
  | 'charge'
  | 'remand'
  | 'no-further-action'
  | 'out-of-court'
  | 'court-outcome'
  | 'order-change';

/**
 * `earlier-end`: the order was discharged or ceased before the breach, and that was recorded only later. `wording-uncertain`: the order
 * changed when it happened and nobody knows which came first, so that the wording alleged was chosen among those that may have been in force.
 * `link-undone`: the order stands on the record of another person, since people took back that both records are of one.
 * `time-corrected`: when it happened was corrected, and a wording alleged was not, or may not have been, in force then. `in-force-after-all`: what was kept as contact, or alleged against other orders, happened while the order, or words of it, turn out to have been
 * in force. `against-the-record`: a failure to notify is alleged of which the record shows that there was none. `words-awaited`: a court had changed
 * the words on an appeal by then, and they were not recorded.
 */
export type FlagReason =
  | 'order-quashed'
  | 'wording-corrected'
  | 'earlier-variation'
  | 'earlier-end'
  | 'order-corrected'
  | 'order-in-error'
  | 'in-force-after-all'
  | 'time-corrected'
  | 'link-undone'
  | 'wording-uncertain'
  | 'against-the-record'
  | 'words-awaited';
