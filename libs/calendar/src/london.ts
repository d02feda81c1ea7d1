import { Temporal } from 'temporal-polyfill';
import { addDays, plainDate } from './days.js';
import type { LocalDate } from './days.js';

/** A moment, UTC in ISO 8601 with milliseconds and `Z` (`2026-05-14T13:00:00.000Z`). Compare two of them as plain strings. */
export type Instant = string;

/** A time on a London clock, `HH:MM`, 24 hours. */
export type LocalTime = string;

/** What a London day and time means: one moment, or the reason why it is not one. */
export type LondonMoment =
  { readonly ok: true; readonly instant: Instant } | { readonly ok: false; readonly problem: 'ambiguous' | 'skipped' };

const zone = 'Europe/London';
const instantShape = /^(?!0000)\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** Every month has so many days; of a later one it is asked whether the month has it. */
const daysInEveryMonth = 28;
const timeShape = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether `value` is the text of a moment that exists. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !instantShape.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && (Number(value.slice(8, 10)) <= daysInEveryMonth || new Date(at).toISOString() === value);
}

/** Whether `value` is a time of day written `HH:MM`. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && timeShape.test(value);
}

/** The London day on which a moment falls. */
export function londonDate(instant: Instant): LocalDate {
  const hour = Math.floor(millisecondsOf(instant) / millisecondsInHour);
  return hour < wholeHoursFrom ? inLondon(instant).toPlainDate().toString() : dateOfHour(hour);
}

/** What a London clock shows at a moment, `HH:MM`. */
export function londonTime(instant: Instant): LocalTime {
  return inLondon(instant).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** Midnight in London at which a day starts. */
export function startOfDay(date: LocalDate): Instant {
  return midnightOf(date);
}

/** Midnight in London at which a day ends: the first moment that no longer belongs to it. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(addDays(date, 1));
}

/**
 * The moment at which a London clock shows `time` on `date`. In the hour that the clocks go back a time comes twice and is `ambiguous`
 * unless `which` says which of the two is meant; in the hour that they go forward a time is `skipped` and never comes.
 * @throws RangeError when `date` is no day or `time` no time of day: check them first with `isLocalDate` and `isLocalTime`
 */
export function atLondon(date: LocalDate, time: LocalTime, which?: 'earlier' | 'later'): LondonMoment {
  if (!isLocalTime(time)) throw new RangeError('Not a time of day written HH:MM');
  const wall = plainDate(date).toPlainDateTime({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(wall)) return { ok: false, problem: 'skipped' };
  if (earlier.epochMilliseconds !== later.epochMilliseconds && which === undefined) return { ok: false, problem: 'ambiguous' };
  return { ok: true, instant: asInstant((which === 'later' ? later : earlier).epochMilliseconds) };
}

/** Whether `one` lies in a minute before that of `other`: a time typed to the minute is not before a moment within that minute. */
export function isMinuteBefore(one: Instant, other: Instant): boolean {
  return one.slice(0, 16) < other.slice(0, 16);
}

/** A moment as milliseconds since 1970. @throws RangeError, without the text given, when it is no moment */
export function millisecondsOf(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError('Not a moment written in UTC with milliseconds and Z');
  return Date.parse(instant);
}

/** Milliseconds since 1970 as a moment. */
export function asInstant(milliseconds: number): Instant {
  const instant = new Date(milliseconds).toISOString();
  if (!instantShape.test(instant)) throw new RangeError('The moment falls outside the years 0001 to 9999');
  return instant;
}

const millisecondsInHour = 3_600_000;
/** The hour since 1970 from which London has been whole hours from UTC, so that no day begins within an hour of UTC. */
const wholeHoursFrom = Date.UTC(1900, 0, 1) / millisecondsInHour;

const dateOfHour = remembered((hour: number): LocalDate =>
  inLondon(asInstant(hour * millisecondsInHour))
    .toPlainDate()
    .toString(),
);
const midnightOf = remembered((date: LocalDate): Instant => asInstant(plainDate(date).toZonedDateTime(zone).epochMilliseconds));

/** Time zones are slow to ask, and a rebuild of the read models asks about the same days again and again. */
function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= 50_000) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

function inLondon(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(millisecondsOf(instant)).toZonedDateTimeISO(zone);
}
