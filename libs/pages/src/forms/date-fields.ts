import { atLondon, isLocalDate, type LocalDate, type LocalTime } from '#calendar';
import { capital, type FieldOptions, readField, Unreadable } from './field.js';
import { isRecord } from './form-view.js';
import { daySent, instantSent, isRfc3339, timeSent } from './shape.js';

/** A date without a time, as `YYYY-MM-DD`; `words` name it: 'the date the order was made'. */
export function LocalDateField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { description: words, example: '2026-05-14' },
    shape: daySent,
    read: (value) => readDate(words, value),
  });
}

/**
 * A moment in London time, read to the UTC instant `YYYY-MM-DDTHH:MM:SS.sssZ`. Forms send `{ date, time }`; the API an instant of RFC 3339,
 * with `Z` or an offset. An hour that happened twice is only read with `which`: 'earlier' or 'later'.
 */
export function InstantField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { description: words, example: '2026-11-18T23:40:00Z' },
    shape: instantSent,
    read: (value) => readInstant(words, value),
  });
}

/** A London time alone, as `HH:MM`; typed as `9:05`, `21.05` or `9:05pm`. `words` name it: 'the time it happened'. */
export function TimeField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { description: words, example: '23:40' },
    shape: timeSent,
    read: (value) => (typeof value === 'string' && readTime(value)) || new Unreadable('Enter a time like 23:40'),
  });
}

/**
 * Whether a day lies in the years 1900 to 2199. No day anybody records lies outside them, and days at the end of the calendar
 * (31 Dec 9999 for "no end") have no day after them to count to.
 */
export function isRecordable(day: LocalDate): boolean {
  return day >= '1900-01-01' && day <= '2199-12-31';
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Day, month and year as typed into three inputs (the month may be a name), or `YYYY-MM-DD`. */
export function readDate(words: string, value: unknown): string | Unreadable {
  const name = capital(words);
  if (typeof value === 'string') {
    if (isLocalDate(value)) return isRecordable(value) ? value : outside(name);
    return new Unreadable(`${name} must be a real date, like 2026-05-14`);
  }
  if (!isRecord(value)) return new Unreadable(`Enter ${words}`);
  const [day, month, year] = [typed(value['day']), typed(value['month']), typed(value['year'])];
  const missing = Object.entries({ day, month, year }).filter(([, part]) => part === '');
  if (missing.length === 3) return new Unreadable(`Enter ${words}`, 'day');
  if (missing[0]) return new Unreadable(`${name} must include a ${missing.map(([part]) => part).join(' and ')}`, missing[0][0]);
  if (!/^\d{4}$/.test(year)) return new Unreadable(`${name} must have a year of 4 numbers, like 2026`, 'year');
  const number = /^\d{1,2}$/.test(month) ? Number(month) : month.length < 3 ? 0 : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || number > 12) return new Unreadable(`${name} must have a month from 1 to 12`, 'month');
  const date = /^\d{1,2}$/.test(day) ? realDate(year, number, day) : null;
  if (date === null) return new Unreadable(`${name} must be a real date`, 'day');
  return isRecordable(date) ? date : outside(name);
}

function outside(name: string): Unreadable {
  return new Unreadable(`${name} must have a year from 1900 to 2199`, 'year');
}

function realDate(year: string, month: number, day: string): LocalDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

/** `9:05`, `0905`, `21.05`, `9:05pm` as `HH:MM`, or null. */
export function readTime(text: string): LocalTime | null {
  const parts = /^(\d{1,2})[:.]?(\d{2})\s*(am|pm)?$/i.exec(text.trim()) ?? /^(\d{1,2})()\s*(am|pm)$/i.exec(text.trim());
  if (!parts) return null;
  const half = parts[3]?.toLowerCase();
  const [given, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (minute > 59 || given > 23 || (half && (given < 1 || given > 12))) return null;
  const hour = half ? (given % 12) + (half === 'pm' ? 12 : 0) : given;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export function readInstant(words: string, value: unknown): string | Unreadable {
  const name = capital(words);
  if (typeof value === 'string') {
    const at = isRfc3339(value) ? Date.parse(value.toUpperCase().replace(' ', 'T')) : NaN;
    if (Number.isNaN(at)) return new Unreadable(`${name} must be a time with its zone, like 2026-11-18T23:40:00Z`);
    return isRecordable(value.slice(0, 10)) ? new Date(at).toISOString() : outside(name);
  }
  if (!isRecord(value)) return new Unreadable(`Enter ${words}`);
  const date = readDate(words, value['date'] ?? {});
  if (date instanceof Unreadable) return new Unreadable(date.text, `date-${date.part ?? 'day'}`);
  if (typed(value['time']) === '') return new Unreadable(`${name} must include a time`, 'time');
  const time = readTime(typed(value['time']));
  if (!time) return new Unreadable(`${name} must have a time like 23:40`, 'time');
  const which = typed(value['which']);
  const moment = atLondon(date, time, which === 'earlier' || which === 'later' ? which : undefined);
  if (moment.ok) return moment.instant;
  return moment.problem === 'ambiguous'
    ? new Unreadable(`The clocks went back that night, so ${time} happened twice. Select whether it was the earlier or the later`, 'which')
    : new Unreadable(
        `The clocks went forward that night, so there was no ${time}. Enter the time the clocks showed after the change`,
        'time',
      );
}

function typed(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
