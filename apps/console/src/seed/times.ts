import { addDays, asInstant, atLondon, type Instant, type LocalDate, millisecondsOf } from '#calendar';
import type { Moment } from '#orders';
import type { Chance } from './chance.js';

const MINUTE = 60_000;

/** The instant of a London wall time; in the hour that comes twice, the first. */
export function on(day: LocalDate, time: string): Instant {
  const found = atLondon(day, time, 'earlier');
  if (found.ok) return found.instant;
  return on(day, `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`);
}

/** The same as a moment of the record. */
export function moment(day: LocalDate, time: string): Moment {
  return { on: day, at: on(day, time) };
}

export function after(
  instant: Instant,
  { minutes = 0, hours = 0, days = 0 }: { minutes?: number; hours?: number; days?: number },
): Instant {
  return asInstant(millisecondsOf(instant) + (minutes + 60 * (hours + 24 * days)) * MINUTE);
}

/** The latest of these. */
export function latest(...instants: readonly Instant[]): Instant {
  return instants.reduce((one, other) => (one > other ? one : other));
}

/** A time of day between two full hours. */
export function timeBetween(chance: Chance, from: number, to: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(chance.whole(from, to - 1))}:${two(chance.whole(0, 59))}`;
}

/** A day between two, both included; `from` when they are the wrong way round. */
export function dayBetween(chance: Chance, from: LocalDate, to: LocalDate): LocalDate {
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  return addDays(from, chance.whole(0, days));
}
