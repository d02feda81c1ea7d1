import type { LocalDate } from '#calendar';
import type { Said, Words } from './paper.js';
import type { YouthNotice } from './youth-notice.js';

/**
 * Everything an application pack is made from. It is served on the respondent: there is no property for where a protected person lives or how
 * they are reached, so that nothing can carry it here. What people typed is `Said`, and is searched for it before a pack is made.
 */
export interface CourtPack {
  /** Whether it was filed: until then every page is marked as a draft. */
  readonly isFiled: boolean;
  /** Whether it holds what was recorded after the filing as well: not what was filed then. */
  readonly since: boolean;
  /** The first part of the application's id: a name for it where the court gave none yet. */
  readonly application: string;
  readonly force: string;
  readonly court: { readonly name: Said | null; readonly kind: string };
  /** The court's own; null where it gave none yet. */
  readonly reference: Said | null;
  /** That of the force. */
  readonly ownReference: Said | null;
  readonly applicant: Said | null;
  readonly filedOn: LocalDate | null;
  /** Who authorised it, as it should stand on the application. */
  readonly authorised: { readonly officer: Said | null; readonly rank: string } | null;
  readonly basis: Basis;
  readonly respondent: Respondent;
  /** By name, as the order must have them. */
  readonly protectedPeople: readonly string[];
  readonly victims: readonly string[];
  readonly byProxy: Said | null;
  readonly area: { readonly words: string | null; readonly facts: Said | null };
  readonly acts: { readonly list: readonly Act[]; readonly why: Said | null };
  readonly risk: {
    readonly harms: readonly string[];
    readonly grade: string | null;
    readonly assessedOn: LocalDate | null;
    readonly facts: Said | null;
  };
  readonly necessity: { readonly facts: Said | null; readonly alternatives: Said | null };
  /** Of an application that was not drafted here: acts, risk and necessity in one. */
  readonly grounds: Said | null;
  /** `made`: the order that the court made, where nothing was drafted here. */
  readonly sought: { readonly duration: string | null; readonly conditions: readonly Condition[]; readonly made: OrderAsMade | null };
  readonly interim: {
    readonly sought: boolean;
    readonly notice: 'with' | 'without' | null;
    /** The last day asked for; null where it is left to the court. */
    readonly until: LocalDate | null;
    readonly why: Said | null;
    readonly whyWithoutNotice: Said | null;
  };
  readonly evidence: readonly Evidence[];
  readonly exhibits: readonly PackExhibit[];
  readonly hearsay: {
    readonly relied: boolean | null;
    readonly hearingOn: LocalDate | null;
    readonly what: Said | null;
    readonly why: Said | null;
  };
  readonly chronology: readonly ChronologyLine[];
}

export interface OrderAsMade {
  readonly isInterim: boolean;
  /** Day and, where it is known, time. */
  readonly when: string;
  readonly replacesInterim: boolean;
}

/** Which facts it was made from: the same facts make the same pack. */
export interface Basis {
  readonly facts: number;
  /** When the newest of them was recorded, UTC. */
  readonly newest: string;
  /** A digest of them all. */
  readonly digest: string;
}

export interface Respondent {
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  /** The respondent's own address on one line; `apart` where it would say where a protected person is. */
  readonly address: Said | 'apart' | null;
  /** For somebody who is or was under 18; null for all others. */
  readonly youth: YouthNotice | null;
}

export interface Act {
  readonly when: string;
  readonly kind: string;
  readonly what: Words | null;
  readonly source: Words | null;
  /** Role and force, and when, of a recorded incident; null for an act stated in the application itself. */
  readonly recorder: string | null;
}

/** An act with what puts it in its place among others. */
export interface PlacedAct {
  readonly act: Act;
  /** When it began, UTC. */
  readonly from: string;
  readonly id: string;
}

export interface Condition {
  readonly number: number;
  readonly category: 'prohibition' | 'requirement';
  readonly wording: Said | null;
  readonly necessity: Said | null;
  readonly notes: readonly string[];
  readonly locality: Said | null;
}

export interface Evidence {
  readonly kind: string;
  readonly reference: Said | null;
  readonly on: LocalDate | null;
  readonly description: Said | null;
  readonly producedBy: Said | null;
}

/** An uploaded file that goes with the pack. */
export interface PackExhibit {
  readonly number: number;
  readonly description: Said;
  readonly type: string;
  readonly sha256: string;
}

/** One recorded fact, with where it is known from and who recorded it. */
export interface ChronologyLine {
  readonly factId: string;
  readonly when: string;
  readonly heading: Words;
  readonly words: readonly Words[];
  /** The record and the entry in it. */
  readonly source: string;
  /** Role and force, and when. */
  readonly recorder: string;
}

/** What stands in place of words that were left out. */
export const leftOut = 'Words left out here: they would say where a protected person can be reached.';
