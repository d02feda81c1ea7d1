import { addDays, dayOfWeek, isLocalDate, type LocalDate } from '#calendar';
import { blankOf, madeWith, reliedOn } from './condition-library.js';
import { hoursOf, isWeekday, type Weekday, weekdays } from './library/blanks.js';
import { saysDays } from './library/said-days.js';
import type { ConditionVersion } from './conditions.js';
import { latestEnd, type MadeOrder } from './order.js';

/** What a requirement asks by the calendar. A prohibition is broken by an act; a requirement by a missed occasion. */
export type Obligation = ObligationOf & (ByDay | OnDays | WhenItHappens | Undated);

interface ObligationOf {
  readonly orderId: string;
  readonly conditionId: string;
  readonly versionId: string;
  /** The clause number. */
  readonly number: number;
  readonly code: ConditionVersion['plain']['code'];
}

interface ByDay {
  readonly is: 'by-day';
  /** The last day on which it can be done. */
  readonly day: LocalDate;
}

interface OnDays {
  readonly is: 'on-days';
  readonly days: readonly Weekday[];
  /** By the London clock; null when none are recorded. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly first: LocalDate;
  /** The last day on which it can fall; null: until further order. */
  readonly last: LocalDate | null;
  /** How many times in all; null: for as long as it lasts. */
  readonly most: number | null;
}

/** Owed each time something happens, for instance a new vehicle: no day is known beforehand. */
interface WhenItHappens {
  readonly is: 'when-it-happens';
}

/** A requirement whose days are not recorded as data: somebody must read the words and work them out. */
interface Undated {
  readonly is: 'undated';
  /** Its kind falls on days, and these must be entered by hand for anybody to look at it. */
  readonly lacksDays: boolean;
}

/**
 * What one wording of a condition obliges the respondent to do by the calendar: nothing for a prohibition, one thing for a requirement.
 * Bounded by what is recorded: the wording's own time, its own end, the order's end and what ended the order. Where the words were erased
 * nothing can be read, so a requirement is `undated` then.
 */
export function obligationsOf(version: ConditionVersion, order: MadeOrder): readonly Obligation[] {
  const { plain, words } = version;
  if (plain.category === 'prohibition') return [];
  const { conditionId, versionId, number, code } = plain;
  const of: ObligationOf = { orderId: order.orderId, conditionId, versionId, number, code };
  const { duty } = madeWith(plain);
  const filled = reliedOn(plain, words.value);
  const undated = { ...of, is: 'undated', lacksDays: lacksDays(version) } as const;
  const last = lastDay(version, order);
  if (last !== null && last < version.from.on) return [];
  if (duty?.is === 'when-it-happens') return [{ ...of, is: 'when-it-happens' }];
  if (duty?.is === 'by-day') {
    const day = filled[duty.day];
    if (!isLocalDate(day)) return [undated];
    return day < version.from.on || (last !== null && day > last) ? [] : [{ ...of, is: 'by-day', day }];
  }
  if (duty?.is === 'on-days') {
    const days = (filled[duty.days] ?? '').split(',').filter(isWeekday);
    if (days.length === 0) return [undated];
    const first = duty.first === null ? undefined : filled[duty.first];
    const most = duty.most === null ? undefined : filled[duty.most];
    return [
      {
        ...of,
        is: 'on-days',
        days,
        hours: hoursOf(filled[duty.hours] ?? ''),
        first: isLocalDate(first) && first > version.from.on ? first : version.from.on,
        last,
        most: most !== undefined && /^\d{1,6}$/.test(most) ? Number(most) : null,
      },
    ];
  }
  return [undated];
}

/**
 * Whether a requirement without days is to have some: its kind needs them, the words alone were recorded of one that may, or it is of no kind of
 * the library and its words speak of days.
 */
function lacksDays({ plain: { wordsOnly, ...made }, words }: ConditionVersion): boolean {
  if (made.code === 'BESPOKE') return saysDays(words.value?.wording ?? '');
  const { duty } = madeWith(made);
  const name = duty?.is === 'by-day' ? duty.day : duty?.is === 'on-days' ? duty.days : null;
  const blank = name === null ? null : blankOf(made, name);
  return blank !== null && (wordsOnly === true || !blank.optional);
}

/** The days from `from` to `to` (both included) on which something is due under it. */
export function occasionsBetween(obligation: Obligation, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  if (obligation.is === 'by-day') return obligation.day >= from && obligation.day <= to ? [obligation.day] : [];
  if (obligation.is !== 'on-days') return [];
  const { days, first, last } = obligation;
  const most = obligation.most ?? Infinity;
  const end = last !== null && last < to ? last : to;
  const found: LocalDate[] = [];
  let count = 0;
  for (let day = first; day <= end && count < most; day = addDays(day, 1)) {
    if (!days.includes(weekdayOf(day))) continue;
    count += 1;
    if (day >= from) found.push(day);
  }
  return found;
}

/** The day of the week of a day. */
export function weekdayOf(day: LocalDate): Weekday {
  return weekdays[(dayOfWeek(day) + 6) % 7] ?? 'mon';
}

/** The last day on which the wording can bind; null where nothing recorded bounds it. */
function lastDay({ plain, until }: ConditionVersion, order: MadeOrder): LocalDate | null {
  const end = latestEnd(order);
  const bounds = [
    ...(end.is === 'fixed' ? [end.lastDay] : []),
    ...(plain.end?.is === 'fixed' ? [plain.end.lastDay] : []),
    ...(until === null ? [] : [until.on]),
    ...(order.is === 'over' ? [order.over.at.on] : []),
  ];
  return bounds.toSorted()[0] ?? null;
}
