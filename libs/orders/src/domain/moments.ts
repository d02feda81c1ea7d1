import type { Instant, LocalDate } from '#calendar';

/** A moment as the record states it: always the London day, and the instant only when a time is known. */
export interface Moment {
  readonly on: LocalDate;
  readonly at: Instant | null;
}

/** When an order or a condition ends. Unknown is a value of its own: never read as "for ever" or as "ended". */
export type End =
  | { readonly is: 'fixed'; /** In force to the end of this day, London. */ readonly lastDay: LocalDate }
  | { readonly is: 'until-further-order' }
  | { readonly is: 'unknown' };
