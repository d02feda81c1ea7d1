import {
  atLondon,
  endOfDay,
  type Instant,
  isInstant,
  isLocalDate,
  isMinuteBefore,
  type LocalDate,
  type LocalTime,
  londonDate,
  startOfDay,
} from '#calendar';
import { refuse } from '#event-sourcing';

/** When it happened, as well as anyone can say: a moment, or a span whose ends are both included. */
export interface Occurred {
  /** The London day of the (first) act. */
  readonly on: LocalDate;
  /** The last day, when it is a range of days; otherwise equal to `on`. */
  readonly until: LocalDate;
  /** The instant, when the time is known; the start of a span of time on one day otherwise null. */
  readonly at: Instant | null;
  /** Nobody can say more exactly: what changed in between is not asked about again. */
  readonly narrowest?: true;
}

export type Channel =
  'phone-999' | 'phone-101' | 'online' | 'in-person' | 'officer-witnessed' | 'advocate' | 'court' | 'other-force' | 'other';
export type ReporterRole = 'protected-person' | 'witness' | 'officer' | 'family' | 'advocate' | 'employer' | 'anonymous' | 'other';

/** What was said about when it happened, before it is one answer. */
export interface Told {
  readonly on: LocalDate;
  /** The last day of a range; null for one day. */
  readonly until: LocalDate | null;
  readonly time: LocalTime | null;
  /** Which of the two, in the hour that the clocks go back. */
  readonly which: 'earlier' | 'later' | null;
}

export type TellingProblem = 'range-backwards' | 'time-of-a-range' | 'ambiguous-hour' | 'skipped-hour';

/**
 * When it happened, or what must be asked: a range cannot have a time and cannot run backwards; a time between one and two in the night
 * the clocks go back happened twice (25 Oct 2026 01:30: before or after the change?); in the night they go forward it never came.
 */
export function occurredAsTold({ on, until, time, which }: Told): Occurred | TellingProblem {
  const last = until ?? on;
  if (last < on) return 'range-backwards';
  if (time === null) return { on, until: last, at: null };
  if (last !== on) return 'time-of-a-range';
  const moment = atLondon(on, time, which ?? undefined);
  if (!moment.ok) return moment.problem === 'ambiguous' ? 'ambiguous-hour' : 'skipped-hour';
  return { on, until: on, at: moment.instant };
}

/** One moment as an answer to when it happened. */
export function occurredAt(at: Instant): Occurred {
  const on = londonDate(at);
  return { on, until: on, at };
}

/** The first moment at which it may have happened. */
export function earliest(occurred: Occurred): Instant {
  return occurred.at ?? startOfDay(occurred.on);
}

/** The first moment at which it cannot have happened any more; the moment itself when that is known. */
export function latest(occurred: Occurred): Instant {
  return occurred.at ?? endOfDay(occurred.until);
}

export type OccurredRefusal =
  'not-a-real-time' | 'range-backwards' | 'time-of-a-range' | 'time-of-another-day' | 'in-the-future' | 'reported-before-it-happened';

/** Refuses an answer that cannot be true. A report may come long after the act, never before it. `now` is the moment of the command. */
export function assertPossible(occurred: Occurred, reportedAt: Instant, now: Instant): void {
  const { on, until, at } = occurred;
  if (!isLocalDate(on) || !isLocalDate(until) || !isInstant(reportedAt) || (at !== null && !isInstant(at))) {
    throw refuse<OccurredRefusal>('not-a-real-time');
  }
  if (until < on) throw refuse<OccurredRefusal>('range-backwards');
  if (at !== null && until !== on) throw refuse<OccurredRefusal>('time-of-a-range');
  if (at !== null && londonDate(at) !== on) throw refuse<OccurredRefusal>('time-of-another-day');
  if (earliest(occurred) > now || until > londonDate(now)) throw refuse<OccurredRefusal>('in-the-future', { of: 'occurred' });
  if (reportedAt > now) throw refuse<OccurredRefusal>('in-the-future', { of: 'reported' });
  if (isMinuteBefore(reportedAt, earliest(occurred))) throw refuse<OccurredRefusal>('reported-before-it-happened');
}
