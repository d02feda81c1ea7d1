import { isSundayOrHoliday, isWorkingDay, type ExtraHolidays } from './bank-holidays.js';
import { calendarDaysFirstDayCounts, hoursExcludingDays, workingDaysAfter } from './counting.js';
import { addDays, lastDayOfPeriod, type LocalDate } from './days.js';
import { asInstant, endOfDay, type Instant, londonDate, millisecondsOf, startOfDay } from './london.js';

/** How a clock counts from its start to its end. */
export type Counting =
  /** Whole days. `first: 'counts'`: the day of the start is day 1 (SPA 2019 s.9); `'next'`: day 1 is the day after it. */
  | { readonly mode: 'calendar'; readonly days: number; readonly first: 'counts' | 'next' }
  /** Monday to Friday without the bank holidays of England and Wales; the next working day is the first. */
  | { readonly mode: 'working'; readonly days: number }
  /** Exact hours, a day of 23 or 25 hours as long as it lasts. */
  | { readonly mode: 'hours'; readonly hours: number; readonly without: 'nothing' | 'sundays-and-holidays' }
  /** Months beginning with the day of the start: the last day is the one before the corresponding day. */
  | { readonly mode: 'months'; readonly months: number }
  /** At the latest so many days before the start, which is a day fixed in the future. */
  | { readonly mode: 'before'; readonly days: number };

/** What a rule rests on: read in the source; from memory, which the force solicitor must confirm; or nobody's law but ours. */
export type Standing = 'read' | 'to-confirm' | 'ours';

/** One clock as it is counted from a day on. A changed length is a new entry with a later `from`: clocks that run keep theirs. */
export interface ClockRule<Key extends string = string> {
  readonly key: Key;
  /** What must be done in time, as a heading. */
  readonly name: string;
  /** What the clock starts with, in words after "from": `the arrest`. */
  readonly starts: string;
  readonly counting: Counting;
  readonly source: string;
  readonly standing: Standing;
  /** The first London day of a start to which it applies. */
  readonly from: LocalDate;
  /** What else somebody who relies on it must know. */
  readonly note?: string;
  /** Ends on a day without a court: the last day before it that has one counts (custody time limits). */
  readonly backToWorkingDay?: boolean;
}

/** Where a clock starts. Without `at`, clocks that count hours begin at midnight: the earliest end there can be. */
export interface Start {
  readonly on: LocalDate;
  readonly at?: Instant | null;
}

/** When a clock ends. */
export interface Deadline {
  /** In time until the end of this London day; for a clock of hours, the day on which they end. */
  readonly dueBy: LocalDate;
  /** The exact moment, for a clock of hours; otherwise null. */
  readonly dueAt: Instant | null;
}

/** When the clock ends that starts there. */
export function deadline(rule: Pick<ClockRule, 'counting' | 'backToWorkingDay'>, start: Start, holidays: ExtraHolidays = []): Deadline {
  if (rule.counting.mode === 'hours') {
    const { hours, without } = rule.counting;
    const isOut = without === 'nothing' ? () => false : (date: LocalDate) => isSundayOrHoliday(date, holidays);
    const dueAt = hoursExcludingDays(start.at ?? startOfDay(start.on), hours, isOut);
    // Hours that end with a day end on that day, not on the next.
    return { dueBy: londonDate(asInstant(millisecondsOf(dueAt) - 1)), dueAt };
  }
  const dueBy = lastDay(rule.counting, start.on, holidays);
  return { dueBy: rule.backToWorkingDay ? workingDayUpTo(dueBy, holidays) : dueBy, dueAt: null };
}

function lastDay(counting: Exclude<Counting, { mode: 'hours' }>, on: LocalDate, holidays: ExtraHolidays): LocalDate {
  switch (counting.mode) {
    case 'calendar':
      return calendarDaysFirstDayCounts(counting.first === 'counts' ? on : addDays(on, 1), counting.days);
    case 'working':
      return workingDaysAfter(on, counting.days, holidays);
    case 'months':
      return lastDayOfPeriod(on, { months: counting.months });
    case 'before':
      return addDays(on, -counting.days);
  }
}

function workingDayUpTo(day: LocalDate, holidays: ExtraHolidays): LocalDate {
  let date = day;
  while (!isWorkingDay(date, holidays)) date = addDays(date, -1);
  return date;
}

/** Whether the clock that starts there has run out at `now`. */
export function hasEnded({ dueBy, dueAt }: Deadline, now: Instant): boolean {
  return dueAt === null ? now >= endOfDay(dueBy) : now > dueAt;
}

/** `3 calendar days, the first day counts`, `24 hours without Sundays, Christmas Day, Good Friday and bank holidays` */
export function countingWords(counting: Counting): string {
  switch (counting.mode) {
    case 'calendar':
      return `${days(counting.days, 'calendar')}, ${counting.first === 'counts' ? 'the first day counts' : 'from the next day'}`;
    case 'working':
      return `${days(counting.days, 'working')}, from the next day`;
    case 'hours':
      return `${counting.hours} hours${counting.without === 'nothing' ? '' : ', Sundays, Christmas Day, Good Friday and bank holidays left out'}`;
    case 'months':
      return `${counting.months} months, the first day counts`;
    case 'before':
      return `${days(counting.days, 'calendar')} before`;
  }
}

function days(count: number, kind: string): string {
  return `${count} ${kind} day${count === 1 ? '' : 's'}`;
}

export const standingWords: Readonly<Record<Standing, string>> = {
  read: 'Read in the source',
  'to-confirm': 'From memory: to be confirmed by the force solicitor',
  ours: 'Our own rule, not law',
};

/** One rule of a table that holds from the beginning on. */
export function clockRule<const Key extends string>(
  key: Key,
  name: string,
  starts: string,
  counting: Counting,
  [standing, source]: readonly [Standing, string],
  more: Partial<Pick<ClockRule, 'note' | 'backToWorkingDay' | 'from'>> = {},
): ClockRule<Key> {
  return { key, name, starts, counting, standing, source, from: '0001-01-01', ...more };
}

/** The ways of counting, for tables of rules. */
export const counts = {
  working: (count: number): Counting => ({ mode: 'working', days: count }),
  firstDayCounts: (count: number): Counting => ({ mode: 'calendar', days: count, first: 'counts' }),
  fromNextDay: (count: number): Counting => ({ mode: 'calendar', days: count, first: 'next' }),
  hours: (count: number): Counting => ({ mode: 'hours', hours: count, without: 'nothing' }),
  months: (count: number): Counting => ({ mode: 'months', months: count }),
  before: (count: number): Counting => ({ mode: 'before', days: count }),
} as const;

/** What is asked of a table of rules. */
export interface ClockTable<Key extends string> {
  /** How the clock counts that starts on this London day. */
  readonly rule: (key: Key, on: LocalDate) => ClockRule<Key>;
  /** When the clock of this key ends that starts there. */
  readonly end: (key: Key, start: Start) => Deadline;
  /** The day that a clock counting back from `day` gives, by the rule of `since`: a clock that runs keeps its length. */
  readonly before: (key: Key, day: LocalDate, since: LocalDate) => LocalDate;
  /** Where the clock comes from, and whether somebody must still confirm it. */
  readonly source: (key: Key, on: LocalDate) => string;
}

/** The table of these rules; of two with one key the later `from` holds from that day. */
export function clockTable<Key extends string>(rules: readonly ClockRule<Key>[]): ClockTable<Key> {
  const byKey = new Map<Key, ClockRule<Key>[]>();
  for (const one of [...rules].sort((a, b) => (a.from < b.from ? -1 : 1))) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const found = (key: Key, on: LocalDate): ClockRule<Key> => {
    const dated = byKey.get(key) ?? [];
    const holds = dated.findLast(({ from }) => from <= on) ?? dated[0];
    if (!holds) throw new Error('There is no such clock');
    return holds;
  };
  return {
    rule: found,
    end: (key, start) => deadline(found(key, start.on), start),
    before: (key, day, since) => deadline(found(key, since), { on: day }).dueBy,
    source: (key, on) => {
      const { source, standing } = found(key, on);
      return standing === 'to-confirm' ? `${source} (to be confirmed by the force solicitor)` : source;
    },
  };
}
