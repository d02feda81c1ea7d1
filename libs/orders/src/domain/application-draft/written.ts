import type { LocalDate } from '#calendar';
import type { DraftCondition } from '../draft.js';
import type { AreaBasis } from '../events.js';
import type { ActKind, DurationSought, EvidenceKind, Harm, RiskGrade } from './contents.js';

// A section as somebody typed it, before its words are sealed.

export interface TypedAct {
  readonly actId: string;
  readonly kind: ActKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly what: string;
  readonly source: string | null;
}

export interface TypedEvidence {
  readonly itemId: string;
  readonly kind: EvidenceKind;
  readonly reference: string | null;
  readonly on: LocalDate | null;
  readonly description: string;
  readonly producedBy: string | null;
}

/** Each section with what was typed in it. */
export interface Typed {
  readonly parties: {
    readonly applicant: string | null;
    readonly courtName: string | null;
    readonly forum: 'adult' | 'youth' | null;
    readonly reference: string | null;
  };
  readonly people: {
    readonly protectedPersonIds: readonly string[];
    readonly victimIds: readonly string[];
    readonly byProxy: string | null;
  };
  readonly acts: { readonly acts: readonly TypedAct[]; readonly incidentIds: readonly string[]; readonly why: string | null };
  readonly risk: {
    readonly harms: readonly Harm[];
    readonly grade: RiskGrade | null;
    readonly assessedOn: LocalDate | null;
    readonly facts: string | null;
  };
  readonly necessity: { readonly facts: string | null; readonly alternatives: string | null };
  readonly area: { readonly basis: AreaBasis | null; readonly facts: string | null };
  readonly conditions: { readonly duration: DurationSought | null; readonly conditions: readonly DraftCondition[] };
  readonly interim: {
    readonly sought: boolean | null;
    readonly notice: 'with' | 'without' | null;
    readonly until?: LocalDate | null;
    readonly why: string | null;
    readonly whyWithoutNotice: string | null;
  };
  readonly evidence: { readonly items: readonly TypedEvidence[] };
  readonly hearsay: {
    readonly relied: boolean | null;
    readonly hearingOn: LocalDate | null;
    /** An unlikely day on which somebody says that the hearing is; null or absent where nobody was asked. */
    readonly sureOf?: LocalDate | null;
    readonly what: string | null;
    readonly why: string | null;
  };
}

/** One section as it was typed. */
export type Written = { readonly [Section in keyof Typed]: { readonly section: Section; readonly typed: Typed[Section] } }[keyof Typed];
