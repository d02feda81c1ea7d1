import type { LocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import type { AreaBasis, ConditionVersionPlain, GivenAway, OfApplication, WordsParts } from '../events.js';
import type { ActKind, ActWords, DraftAuthor, DurationSought, EvidenceKind, EvidenceWords, Harm, RiskGrade } from './contents.js';
import type { Rank } from './policy.js';

// The names in quotes are the stored format: they never change.

export interface OfDraft extends OfApplication {
  by: DraftAuthor;
}

export interface ActPlain {
  readonly actId: string;
  readonly kind: ActKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly addedBy: DraftAuthor;
}

export interface EvidencePlain {
  readonly itemId: string;
  readonly kind: EvidenceKind;
  readonly reference: string | null;
  readonly on: LocalDate | null;
  readonly addedBy: DraftAuthor;
}

/** Keys are `act:<actId>`. */
type ActParts = { readonly [part: `act:${string}`]: Personal<ActWords> };
/** Keys are `item:<itemId>`. */
type ItemParts = { readonly [part: `item:${string}`]: Personal<EvidenceWords> };
type Text = Personal<string>;

/** A section saved as a whole; the one saved before stays in the history of the draft. */
export type SectionFact =
  | Fact<'PartiesStated', OfDraft & { courtName: string | null; forum: 'adult' | 'youth' | null }, { applicant?: Text; reference?: Text }>
  | Fact<'AreaBasisStated', OfDraft & { basis: AreaBasis | null }, { facts?: Text }>
  | Fact<'ProtectedPeopleNamed', OfDraft & { protectedPersonIds: readonly string[]; victimIds: readonly string[] }, { byProxy?: Text }>
  | Fact<'ActsStated', OfDraft & { acts: readonly ActPlain[]; incidentIds: readonly string[] }, ActParts & { why?: Text }>
  | Fact<'RiskStated', OfDraft & { harms: readonly Harm[]; grade: RiskGrade | null; assessedOn: LocalDate | null }, { facts?: Text }>
  | Fact<'NecessityStated', OfDraft, { facts?: Text; alternatives?: Text }>
  | Fact<'ConditionsDrafted', OfDraft & { duration: DurationSought | null; conditions: readonly ConditionVersionPlain[] }, WordsParts>
  | Fact<
      'InterimRequested',
      OfDraft & { sought: boolean | null; notice: 'with' | 'without' | null; until?: LocalDate },
      { why?: Text; whyWithoutNotice?: Text }
    >
  | Fact<'EvidenceListed', OfDraft & { items: readonly EvidencePlain[] }, ItemParts>
  | Fact<'HearsayNoticed', OfDraft & { relied: boolean | null; hearingOn: LocalDate | null }, { what?: Text; why?: Text }>;

/** An order whose conditions were weighed against those that are asked for, with the wordings that were looked at. */
export interface WeighedOrder {
  readonly orderId: string;
  readonly versionIds: readonly string[];
}

/** A recorded incident as it stood when an application that relies on it was authorised. `corrections`: how often it had been corrected. */
export interface ReliedIncident {
  readonly incidentId: string;
  readonly corrections: number;
}

/** Every fact of an application before it is filed. Stream `application-<id>`; `ApplicationFiled` follows in the same stream. */
export type DraftFact =
  | SectionFact
  | Fact<'ApplicationBegun', OfDraft & { begunOn: LocalDate; caseId?: string | null }>
  /** One act or one piece of evidence added by somebody who does not write the rest; it overwrites nothing. */
  | Fact<'ActAdded', OfDraft & { act: ActPlain }, ActParts>
  | Fact<'EvidenceAdded', OfDraft & { item: EvidencePlain }, ItemParts>
  /** The draft was compared with the orders in force and goes on (SPA 2019 s.2(7)); the reason is shown again before filing. */
  | Fact<'ConflictsWeighed', OfDraft & { orders: readonly WeighedOrder[] }, { reason: Text }>
  /** `of`: the state of the draft that was asked about or decided on. */
  | Fact<'AuthorisationRequested', OfDraft & { of: number }>
  /**
   * `givesAway`: what the officer saw that it tells the respondent of where a protected person can be reached; absent where it tells nothing.
   * `relied`: the recorded incidents that it relied on then; absent where it relied on none.
   */
  | Fact<
      'AuthorisationGiven',
      OfDraft & { of: number; rank: Rank; policyFrom: LocalDate; givesAway?: GivenAway['found']; relied?: readonly ReliedIncident[] },
      { officer: Text; note?: Text }
    >
  | Fact<'AuthorisationRefused', OfDraft & { of: number; rank: Rank }, { officer: Text; reason: Text }>
  | Fact<'DraftAbandoned', OfDraft & { reason: AbandonReason }, { note?: Text }>;

/** What happened to a draft as a whole: the facts of it that stand on the respondent's history. */
export type MilestoneFact = Extract<
  DraftFact,
  { type: 'ApplicationBegun' | 'AuthorisationRequested' | 'AuthorisationGiven' | 'AuthorisationRefused' | 'DraftAbandoned' }
>;

export type AbandonReason =
  | 'acts-not-made-out'
  | 'risk-not-made-out'
  | 'not-necessary'
  | 'other-order-sought'
  | 'other-force-applies'
  | 'not-authorised'
  | 'respondent-not-traced'
  | 'made-in-error'
  | 'other';
