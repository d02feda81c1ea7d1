import type { LocalDate } from '#calendar';
import type { AskedOfCourt } from '#orders';
import type { Basis, ChronologyLine, Respondent } from '../court-pack.js';
import type { Said } from '../paper.js';

/**
 * Everything that an application to vary, to renew or to discharge an order is made from. It is served on the respondent: what protected people say of it
 * stands under `views`, which only the court's own copy prints.
 */
export interface ChangePack {
  readonly asks: AskedOfCourt;
  readonly isFiled: boolean;
  /** The first part of the id of the order: a name for it where the court gave none. */
  readonly order: string;
  readonly orderName: string;
  /** Where the order comes from. */
  readonly orderAct: string;
  /** Under which the chief officer asks; null where the order itself says who may. */
  readonly changeAct: string | null;
  /** Whether an added or changed condition must be necessary under the Stalking Protection Act 2019. */
  readonly isStalkingOrder: boolean;
  readonly force: string;
  readonly court: { readonly name: Said | null; readonly kind: string };
  /** The court's own, of this application; null where it gave none yet. */
  readonly reference: Said | null;
  /** That of the order. */
  readonly orderReference: Said | null;
  readonly madeOn: LocalDate;
  readonly madeBy: Said;
  readonly filedOn: LocalDate | null;
  readonly outOfTime: boolean;
  readonly basis: Basis;
  readonly respondent: Respondent;
  readonly protectedPeople: readonly string[];
  readonly end: {
    readonly before: string;
    /** Null when it stays. */
    readonly after: string | null;
    /** By the filing, or by now while it is not filed, the order had ended. */
    readonly isPast: boolean;
  };
  /** Of a discharge that needs them: until when, under which law, and whose are recorded. Null where none are needed. */
  readonly consents: {
    readonly until: LocalDate;
    readonly source: string;
    readonly given: readonly { readonly who: string; readonly on: LocalDate }[];
    readonly missing: readonly string[];
  } | null;
  readonly because: string;
  readonly reason: Said | null;
  /** The clauses as they stand. */
  readonly standing: readonly Clause[];
  readonly changes: readonly ClauseChange[];
  /** The clauses as the court is asked to leave them. */
  readonly asVaried: readonly Clause[];
  readonly chronology: readonly ChronologyLine[];
  readonly views: readonly PersonsViews[];
}

export interface Clause {
  readonly number: number;
  readonly category: 'prohibition' | 'requirement';
  readonly wording: Said | null;
  readonly locality: Said | null;
  readonly notes: readonly string[];
}

export interface ClauseChange {
  readonly number: number;
  readonly change: 'added' | 'reworded' | 'removed';
  /** Null where it is added. */
  readonly before: Said | null;
  /** Null where it is taken out. */
  readonly after: Said | null;
  readonly necessity: Said | null;
}

/** What one protected person says. For the court alone. */
export interface PersonsViews {
  readonly name: string;
  readonly on: LocalDate | null;
  readonly consultation: string;
  readonly words: Said | null;
}
