import type { Fact } from './fact.js';
import type { Recorded } from './recorded.js';

/** A row of a read model. `id` is its primary key. */
export interface Row {
  readonly id: string;
}

/**
 * A read model as a pure fold: which rows a fact touches, and what each becomes. The projector does the rest (batches, one transaction
 * with the checkpoint, one runner at a time, rebuilds). Personal data in a row stays wrapped in `Personal`, so that the projector can
 * find and forget it when a person is erased; a column that copies a personal value in the clear (for search) is cleared by `forgotten`.
 */
export interface Projection<R extends Row = Row> {
  /** Permanent: the key of its checkpoint. */
  readonly name: string;
  /** The table it fills, one per projection. Its columns are the row's properties in snake_case. */
  readonly table: string;
  /** Raise it when `rows` or `evolve` changes meaning: the projection is then rebuilt beside the live table and swapped. */
  readonly version: number;
  /** The fact types it reads; others are passed over without opening them. */
  readonly reads: readonly string[];
  /** The ids of the rows this fact touches. */
  rows(event: Recorded): readonly string[];
  /** The row after the fact. Null removes it. */
  evolve(row: R | null, event: Recorded, id: string): R | null;
  /** Called with each row that held personal data about an erased person, after that data was made null in it. */
  forgotten?(row: R, subject: string): R;
}

/** The fact that destroys a person's data; every read model forgets when it passes. */
export const ERASED = 'PersonErased';

/** Whose data the fact erases, or null when it erases nobody's. */
export function erasedSubject(fact: Fact): string | null {
  return fact.type === ERASED && 'personId' in fact.data && typeof fact.data.personId === 'string' ? fact.data.personId : null;
}
