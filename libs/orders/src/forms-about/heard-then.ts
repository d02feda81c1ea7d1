import { addDays, addYears, type LocalDate } from '#calendar';
import type { Hearing } from '../domain/hearings.js';

/** What a form about the court's order begins with, where the address names the hearing at which it was made. */
export function heardThen(hearings: readonly Hearing[], { hearing }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const found = hearings.find(({ hearingId }) => hearingId === hearing);
  if (!found) return {};
  return { hearingId: found.hearingId, courtType: found.court.type, courtName: found.court.name, made: { date: found.at.on } };
}

/** The day of the hearing that the address names. */
export function hearingDay(hearings: readonly Hearing[], { hearing }: Readonly<Record<string, unknown>>): LocalDate | null {
  return hearings.find(({ hearingId }) => hearingId === hearing)?.at.on ?? null;
}

/** The end that was asked for: the last day where the day of making is known (that day counts, SPA 2019 s.3). */
export function endAskedFor(
  duration: { readonly is: 'years'; readonly years: number } | { readonly is: 'until-further-order' } | null,
  made: LocalDate | null,
): Readonly<Record<string, unknown>> {
  if (duration === null) return {};
  if (duration.is === 'until-further-order') return { end: { is: 'until-further-order' } };
  return { end: { is: 'fixed', ...(made === null ? {} : { lastDay: addDays(addYears(made, duration.years), -1) }) } };
}
