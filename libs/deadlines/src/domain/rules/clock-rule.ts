import {
  addDays,
  asInstant,
  calendarDaysFirstDayCounts,
  endOfDay,
  type ExtraHolidays,
  hoursExcludingDays,
  type Instant,
  isSundayOrHoliday,
  isWorkingDay,
  lastDayOfPeriod,
  type LocalDate,
  londonDate,
  millisecondsOf,
  startOfDay,
  workingDaysAfter,
} from '#calendar';

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
