import { londonDate, type Instant, type LocalDate } from '#calendar';

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

/** When something is asked about: the London day, and the instant when the time is known. */
export type When = Moment;

/** The moment of an instant. */
export function momentOf(at: Instant): Moment {
  return { on: londonDate(at), at };
}

/** A day of which no time is known. */
export function someTimeOn(on: LocalDate): Moment {
  return { on, at: null };
}

/** How `when` lies to the moment from which something has effect. At that very instant it has. */
export function passed(moment: Moment, when: When): 'yes' | 'no' | 'unsure' {
  if (moment.on !== when.on) return moment.on < when.on ? 'yes' : 'no';
  if (moment.at === null || when.at === null) return 'unsure';
  return moment.at <= when.at ? 'yes' : 'no';
}

/** The order in which moments are listed: by day, then by time; on one day those without a time come first. */
export function byMoment(a: Moment, b: Moment): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  const [left, right] = [a.at ?? '', b.at ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}

/**
 * The same for what the order was made with and what came after it: nothing comes before the making, also where of something on that very day
 * no hour is known.
 */
export function byMomentOf<Thing extends { readonly from: Moment; readonly by: unknown }>(a: Thing, b: Thing): number {
  if (a.by === 'order' || b.by === 'order') return a.by === b.by ? 0 : a.by === 'order' ? -1 : 1;
  return byMoment(a.from, b.from);
}

/** Whether an end leaves `day` covered: the last day belongs to the order. An unknown end covers every day. */
export function reaches(end: End | null, day: LocalDate): boolean {
  return end?.is !== 'fixed' || day <= end.lastDay;
}
