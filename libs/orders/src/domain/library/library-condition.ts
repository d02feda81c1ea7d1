import type { LocalDate } from '#calendar';
import type { Blank } from './blanks.js';

/** What was done, by the tile an officer taps. The words are those of the breach report. */
export type ContactTile =
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

/** What somebody should think of before asking for a condition: SPA 2019 s.2 asks the court to avoid conflict with religion, work and education so far as practicable. */
export type Care = 'work' | 'worship' | 'education' | 'child-contact';

/** How the dates of a requirement are read from its blanks, which are named here. */
export type Duty =
  | { readonly is: 'by-day'; readonly day: string }
  /** On each of these days of the week, from the first day (or the start of the wording), at most so many times. */
  | { readonly is: 'on-days'; readonly days: string; readonly hours: string; readonly first: string | null; readonly most: string | null }
  /** Owed when something happens: no day is known beforehand. */
  | { readonly is: 'when-it-happens' };

/** A kind of condition courts often impose. The court's own words are what binds: this is an index to them, never a substitute. Only data. */
export interface LibraryCondition {
  readonly code: string;
  readonly title: string;
  /** Follows "must not" or "must" where no blank is filled. */
  readonly plain: string;
  /** The same with blanks, see `filledTemplate`; null where the words have none. */
  readonly spoken: string | null;
  /** A suggestion for the clause in full, see `filledTemplate`; null where none can be made. */
  readonly wording: string | null;
  readonly category: 'prohibition' | 'requirement';
  readonly blanks: readonly Blank[];
  /** The tiles that may mean that this condition was broken: it is offered. What it most often means comes first. */
  readonly speaksTo: readonly ContactTile[];
  /** Those of them that mean it by themselves: it is ticked. */
  readonly implies: readonly ContactTile[];
  /** What to answer when saying why it is necessary. */
  readonly necessity: string;
  readonly care: readonly Care[];
  /** Null for a prohibition: it is broken by an act, a requirement by a missed occasion. */
  readonly duty: Duty | null;
}

/** The library as it was used from a day on. A version that was used never changes: conditions made with it are read with it. */
export interface LibraryVersion {
  readonly version: number;
  /** The first day on which new conditions are made with it. */
  readonly from: LocalDate;
  readonly conditions: readonly LibraryCondition[];
}
