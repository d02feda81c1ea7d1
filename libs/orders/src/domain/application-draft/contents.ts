import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { Role } from '#access';
import type { AreaBasis, ConditionVersionPlain, ConditionWords } from '../events.js';

// What each section of a draft application holds. Every part may be missing: a section is saved as far as it has come.

/** Who wrote something in a draft: known again by id, named to others only by role and force. */
export interface DraftAuthor {
  readonly userId: string;
  readonly role: Role;
}

/** The applicant is the chief officer of the force; the respondent is the perpetrator (SPA 2019 s.1(1)). */
export interface PartiesContent {
  readonly courtName: string | null;
  /** Asked only when the respondent's date of birth is not recorded; otherwise the age on the day of filing decides. */
  readonly forum: 'adult' | 'youth' | null;
  readonly applicant: Personal<string> | null;
  readonly reference: Personal<string> | null;
}

/** SPA 2019 s.1(3): why this chief officer may apply. */
export interface AreaContent {
  readonly basis: AreaBasis | null;
  readonly facts: Personal<string> | null;
}

/** Whom the order is to protect, apart from those who suffered the acts: they need not be the same (SPA 2019 s.1(1)(c)). */
export interface PeopleContent {
  readonly protectedPersonIds: readonly string[];
  readonly victimIds: readonly string[];
  /** How the risk reaches somebody who did not suffer the acts. */
  readonly byProxy: Personal<string> | null;
}

/** The sorts of act that the Protection from Harassment Act 1997 s.2A(3) gives as examples of stalking. */
export type ActKind = 'following' | 'contact' | 'publishing' | 'monitoring' | 'loitering' | 'interfering' | 'watching' | 'other';

export interface ActWords {
  readonly what: string;
  /** Where it is known from: a statement, a log, an exhibit. */
  readonly source: string | null;
}

/** One act as the application tells it. */
export interface DraftAct {
  readonly actId: string;
  readonly kind: ActKind;
  readonly from: LocalDate;
  /** The last day of a range; null when it was one day. */
  readonly to: LocalDate | null;
  readonly addedBy: DraftAuthor;
  readonly words: Personal<ActWords>;
}

/** SPA 2019 s.1(1)(a): acts associated with stalking were carried out. */
export interface ActsContent {
  readonly acts: readonly DraftAct[];
  /** Recorded incidents that the application relies on as they are recorded. */
  readonly incidentIds: readonly string[];
  readonly why: Personal<string> | null;
}

export type Harm = 'physical' | 'psychological';
export type RiskGrade = 'standard' | 'medium' | 'high';

/** SPA 2019 s.1(1)(b) and (4): a risk associated with stalking is posed to another person. */
export interface RiskContent {
  readonly harms: readonly Harm[];
  readonly grade: RiskGrade | null;
  readonly assessedOn: LocalDate | null;
  readonly facts: Personal<string> | null;
}

/** SPA 2019 s.1(1)(c): reasonable cause to believe that the order is necessary to protect another person from that risk. */
export interface NecessityContent {
  readonly facts: Personal<string> | null;
  /** Why bail, another order or a prosecution is not enough. */
  readonly alternatives: Personal<string> | null;
}

/** SPA 2019 s.3: a fixed period of at least two years, or until a further order. */
export type DurationSought = { readonly is: 'years'; readonly years: number } | { readonly is: 'until-further-order' };

/** A condition as it is asked for. */
export interface SoughtCondition {
  readonly plain: ConditionVersionPlain;
  readonly words: Personal<ConditionWords>;
}

export interface ConditionsContent {
  readonly duration: DurationSought | null;
  readonly conditions: readonly SoughtCondition[];
}

/** SPA 2019 s.5: an interim order while the application waits, where the court considers it appropriate. */
export interface InterimContent {
  readonly sought: boolean | null;
  readonly notice: 'with' | 'without' | null;
  /** The last day of the fixed period that is asked for; null where it is left to the court. */
  readonly until: LocalDate | null;
  readonly why: Personal<string> | null;
  readonly whyWithoutNotice: Personal<string> | null;
}

export type EvidenceKind = 'statement' | 'exhibit' | 'record' | 'assessment' | 'other';

export interface EvidenceWords {
  readonly description: string;
  /** Who produces it. */
  readonly producedBy: string | null;
}

export interface DraftEvidence {
  readonly itemId: string;
  readonly kind: EvidenceKind;
  /** The exhibit reference, for instance `AB/1`. */
  readonly reference: string | null;
  readonly on: LocalDate | null;
  readonly addedBy: DraftAuthor;
  readonly words: Personal<EvidenceWords>;
}

export interface EvidenceContent {
  readonly items: readonly DraftEvidence[];
}

/** Whether hearsay is relied on, and the notice of it: 21 days before the hearing (1999 Rules; to be confirmed by the force solicitor). */
export interface HearsayContent {
  readonly relied: boolean | null;
  readonly hearingOn: LocalDate | null;
  readonly what: Personal<string> | null;
  readonly why: Personal<string> | null;
}

/** The sections that are written, each with what it holds. */
export interface DraftContents {
  readonly parties: PartiesContent;
  readonly area: AreaContent;
  readonly people: PeopleContent;
  readonly acts: ActsContent;
  readonly risk: RiskContent;
  readonly necessity: NecessityContent;
  readonly conditions: ConditionsContent;
  readonly interim: InterimContent;
  readonly evidence: EvidenceContent;
  readonly hearsay: HearsayContent;
}

export type WrittenSection = keyof DraftContents;
