import { clockTimesIn, type Readings } from './clock-times.js';
import { isWeekday, type Weekday, weekdays } from './blanks.js';

/** The numbers that a text says, whichever way they are written. */
export interface Figures {
  /** Distances, in metres. */
  readonly metres: readonly number[];
  /** Periods, in hours. */
  readonly hours: readonly number[];
  /** Days as `2027-01-15`, or as `01-15` where the text names no year. */
  readonly dates: readonly string[];
  /** Times by the clock as `18:00`; each with every way in which it can be read (`between 6 and 8 pm`). */
  readonly times: readonly Readings[];
  /** Every number that is part of no day and no time. */
  readonly numbers: readonly number[];
  /** The days of the week; all of them where it says `daily`, none where it names none. */
  readonly days: readonly Weekday[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const weekday = '(mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?s?';
const fullDay = '(mon|tues|wednes|thurs|fri|satur|sun)days?';

const units: readonly (readonly [RegExp, 'metres' | 'hours', number])[] = [
  [/^(m|mtrs?|metres?|meters?)$/i, 'metres', 1],
  [/^k/i, 'metres', 1000],
  [/^y/i, 'metres', 0.9144],
  [/^f/i, 'metres', 0.3048],
  [/^mile/i, 'metres', 1609.344],
  [/^h/i, 'hours', 1],
  [/^d/i, 'hours', 24],
  [/^w/i, 'hours', 168],
];

/** Reads the figures of a text: days first, then times, then measures, so that no digit is read twice. */
export function figuresIn(text: string): Figures {
  let rest = inDigits(text);
  const dates: string[] = [];
  const take = (pattern: RegExp, read: (...parts: string[]) => boolean) => {
    rest = rest.replace(pattern, (whole: string, ...parts: unknown[]) =>
      read(...parts.map((part) => (typeof part === 'string' ? part : ''))) ? ' ; ' : whole,
    );
  };
  const date = (year: string, monthOf: string, day: string): boolean => {
    const [m, d] = [Number(monthOf), Number(day)];
    if (m < 1 || m > 12 || d < 1 || d > 31) return false;
    dates.push([year === '' ? [] : [year.length === 2 ? `20${year}` : year], two(m), two(d)].flat().join('-'));
    return true;
  };
  const named = (year: string, name: string, day: string): boolean =>
    (name !== 'may' || year !== '') && date(year, String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1), day);
  const dayBefore = `(?:\\b${fullDay},?\\s+(?:the\\s+)?)?`;
  take(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (y = '', m = '', d = '') => date(y, m, d));
  take(/\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/g, (d = '', _, m = '', y = '') => date(y, m, d));
  take(
    new RegExp(`${dayBefore}\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?\\s+${month}(?:,?\\s+(\\d{4})\\b)?`, 'gi'),
    (_, d = '', name = '', y = '') => named(y, name, d),
  );
  take(new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4})\\b)?`, 'gi'), (name = '', d = '', y = '') =>
    named(y, name, d),
  );
  const clock = clockTimesIn(rest);
  rest = clock.rest;
  const measured = { metres: [] as number[], hours: [] as number[] };
  const numbers: number[] = [];
  const number = (digits: string) => Number(digits.replaceAll(',', ''));
  take(
    /\b(\d[\d,]*(?:\.\d+)?)[\s-]*(m|mtrs?|metres?|meters?|km|kilomet(?:re|er)s?|yards?|yds?|feet|foot|ft|miles?|hours?|hrs?|days?|weeks?)\b/gi,
    (digits = '', unit = '') => {
      const found = units.find(([pattern]) => pattern.test(unit));
      if (found) measured[found[1]].push(number(digits) * found[2]);
      numbers.push(number(digits));
      return true;
    },
  );
  for (const [digits] of rest.matchAll(/\d[\d,]*/g)) numbers.push(number(digits));
  return { ...measured, dates, times: clock.times, numbers, days: daysIn(rest) };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function daysIn(text: string): readonly Weekday[] {
  if (/\b(daily|every day|each day|any day)\b/i.test(text)) return weekdays;
  const found = new Set<Weekday>();
  const short = (name: string): Weekday | null => {
    const start = name.slice(0, 3).toLowerCase();
    return isWeekday(start) ? start : null;
  };
  for (const [, from = '', to = ''] of text.matchAll(new RegExp(`\\b${weekday}\\s*(?:to|through|until|[-–])\\s*${weekday}\\b`, 'gi'))) {
    const [first, last] = [short(from), short(to)];
    if (first === null || last === null) continue;
    const length = (weekdays.indexOf(last) - weekdays.indexOf(first) + 7) % 7;
    for (let nth = 0; nth <= length; nth += 1) found.add(weekdays[(weekdays.indexOf(first) + nth) % 7] ?? first);
  }
  for (const [name] of text.matchAll(new RegExp(`\\b${fullDay}\\b`, 'gi'))) found.add(short(name) ?? 'mon');
  // Short names count with a capital only: "sat" and "sun" are words.
  for (const [name] of text.matchAll(/\b(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b/g)) found.add(short(name) ?? 'mon');
  if (/\bweekdays?\b/i.test(text)) for (const day of weekdays.slice(0, 5)) found.add(day);
  if (/\bweekends?\b/i.test(text)) for (const day of weekdays.slice(5)) found.add(day);
  return weekdays.filter((day) => found.has(day));
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const word = `(?:${[...ones, ...tens, 'hundred', 'thousand'].join('|')})`;
const spelled = new RegExp(`\\b(?:an? (?=hundred|thousand))?${word}(?:(?:(?<=hundred|thousand)\\s+and\\s+|[\\s-]+)${word})*\\b`, 'gi');

/** The text with numbers in digits where they are spelled out: `two hundred metres` is `200 metres`. */
export function inDigits(text: string): string {
  return text.replace(spelled, (found) => {
    let [whole, part] = [0, 0];
    for (const name of found.toLowerCase().split(/[\s-]+/)) {
      if (name === 'hundred') part = (part || 1) * 100;
      else if (name === 'thousand') [whole, part] = [whole + (part || 1) * 1000, 0];
      else if (tens.includes(name)) part += (tens.indexOf(name) + 2) * 10;
      else if (ones.includes(name)) part += ones.indexOf(name);
    }
    return String(whole + part);
  });
}
