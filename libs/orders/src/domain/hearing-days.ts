import { addYears, dayOfWeek, isBankHoliday, type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';

/** What makes a day of a hearing unlikely: courts rarely sit then, it lies further ahead than they list, or it has passed. */
export type HearingDoubt = 'bank-holiday' | 'sunday' | 'saturday' | 'far-off' | 'passed';

export type DayUnlikely = 'day-unlikely';

/** Courts list weeks or months ahead; a day further off than this is more often a wrong year. */
const listedAhead = 2;

/** What speaks against a hearing on that day, as seen on `today`; null where nothing does. */
export function hearingDoubt(on: LocalDate, today: LocalDate): HearingDoubt | null {
  if (on < today) return 'passed';
  if (on > addYears(today, listedAhead)) return 'far-off';
  if (isBankHoliday(on)) return 'bank-holiday';
  const day = dayOfWeek(on);
  return day === 7 ? 'sunday' : day === 6 ? 'saturday' : null;
}

/**
 * Refuses an unlikely day with `day-unlikely`, until somebody says that the hearing is on that very day (`sureOf`). No day is barred: some
 * courts sit on Saturdays and bank holidays, and a hearing may be recorded late.
 */
export function likelyOrSure(on: LocalDate, sureOf: LocalDate | null, today: LocalDate): void {
  const doubt = hearingDoubt(on, today);
  if (doubt !== null && sureOf !== on) throw refuse<DayUnlikely>('day-unlikely', { doubt, on });
}
