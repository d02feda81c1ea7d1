import type { LocalDate } from '#calendar';
import type { OrderKind } from '#orders';
import { type Month, monthsOf, type UptakeFilter } from './filter.js';

/** Applications by how they stand on the as-at day, and orders made. Two units: they are never added up. */
export interface Counts {
  /** Applications filed; granted, refused, withdrawn, otherwise and pending add up to it. */
  readonly filed: number;
  readonly granted: number;
  readonly refused: number;
  /** Of those refused: a court above made the order. */
  readonly grantedOnAppeal: number;
  readonly withdrawn: number;
  readonly otherwise: number;
  readonly pending: number;
  /** Recorded in error: none of those filed. */
  readonly inError: number;
  /** Orders made; the three after it add up to it. */
  readonly made: number;
  readonly interim: number;
  readonly full: number;
  readonly other: number;
}

/** What one force recorded for one month: applications by the month filed, orders by the month made. */
export interface Cell extends Counts {
  readonly force: string;
  readonly month: Month;
}

/** Orders in force at the end of the as-at day. */
export interface Standing {
  readonly kind: OrderKind;
  readonly live: number;
  /** Not served by then. */
  readonly unserved: number;
  /** Not served, and nothing else shows that he knows of it. */
  readonly unknown: number;
  /** Whose last day comes within 30 days; those within 60 days include them. */
  readonly expiring30: number;
  readonly expiring60: number;
}

/** Of the orders made in the months, those alleged to have been breached at least once by the as-at day. */
export interface Breached {
  readonly kind: OrderKind;
  /** The orders made: what the share is of. */
  readonly made: number;
  readonly breached: number;
  /** By an act on or after the day from which something shows that he knew. */
  readonly breachedKnowing: number;
}

/** What the database counted for one viewer. */
export interface Counted {
  readonly cells: readonly Cell[];
  readonly standing: readonly Standing[];
  readonly breached: readonly Breached[];
  /** Different people in the applications filed, and in the orders made: records that somebody linked are one. */
  readonly people: { readonly applications: number; readonly orders: number };
  /** The day of the first application or order that is recorded at all, for the force asked about; null when there is none. */
  readonly firstDay: LocalDate | null;
}

/** One month; null where nothing can be said because nothing was recorded yet: missing is not zero. */
export interface MonthLine {
  readonly month: Month;
  readonly counts: Counts | null;
}

export interface ForceLine {
  readonly force: string;
  readonly counts: Counts;
}

export interface UptakeFigures extends Omit<Counted, 'cells'> {
  readonly filter: UptakeFilter;
  readonly months: readonly MonthLine[];
  /** Forces that recorded an application or an order in these months, most applications first. */
  readonly forces: readonly ForceLine[];
  /** By month, the first one first, then by the code of the force. */
  readonly cells: readonly Cell[];
  readonly total: Counts;
}

/** The figures from what was counted. */
export function figuresOf(filter: UptakeFilter, counted: Counted): UptakeFigures {
  const byMonth = grouped(counted.cells, ({ month }) => month);
  const byForce = grouped(counted.cells, ({ force }) => force);
  const isRecorded = (month: Month) =>
    counted.firstDay !== null && month >= counted.firstDay.slice(0, 7) && month <= filter.asAt.slice(0, 7);
  return {
    ...counted,
    filter,
    cells: counted.cells.toSorted((one, other) => (`${one.month} ${one.force}` < `${other.month} ${other.force}` ? -1 : 1)),
    months: monthsOf(filter).map((month) => ({ month, counts: isRecorded(month) ? addUp(byMonth.get(month) ?? []) : null })),
    forces: [...byForce]
      .map(([force, cells]) => ({ force, counts: addUp(cells) }))
      .filter(({ counts }) => counts.filed + counts.made > 0)
      .sort((a, b) => b.counts.filed - a.counts.filed || b.counts.made - a.counts.made || (a.force < b.force ? -1 : 1)),
    total: addUp(counted.cells),
  };
}

function grouped(cells: readonly Cell[], by: (cell: Cell) => string): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(by(cell), [...(groups.get(by(cell)) ?? []), cell]);
  return groups;
}

const names = [
  'filed',
  'granted',
  'refused',
  'grantedOnAppeal',
  'withdrawn',
  'otherwise',
  'pending',
  'inError',
  'made',
  'interim',
  'full',
  'other',
] as const;

export function addUp(counts: readonly Counts[]): Counts {
  const sum = (name: (typeof names)[number]) => counts.reduce((total, one) => total + one[name], 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Record<(typeof names)[number], number>;
}

/** Applications that a court determined: what the grant rate is of. One that was withdrawn was not decided, and is shown apart. */
export function determined(counts: Counts): number {
  return counts.granted + counts.refused + counts.otherwise;
}

/** A share in whole per cent; null where there is nothing to have a share of. */
export function percentage(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 100);
}
