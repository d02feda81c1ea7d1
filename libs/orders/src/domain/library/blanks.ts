import { formatDate, isLocalDate, isLocalTime } from '#calendar';

interface AnyBlank {
  /** The stored name. Permanent. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly optional: boolean;
}

/**
 * A typed blank in a condition. What is filled in is stored as one text (`parameters`): a number in digits, a day as `YYYY-MM-DD`, hours
 * as `18:00-20:00`, lists with commas or one on a line.
 */
export type Blank = AnyBlank &
  (
    | { readonly type: 'whole-number'; readonly least: number; readonly most: number; readonly unit: string }
    | { readonly type: 'text'; readonly most: number }
    /** Where somebody must go. */
    | { readonly type: 'place'; readonly most: number }
    /** Where somebody must not go. */
    | { readonly type: 'area'; readonly most: number }
    /** Several things, one on a line. */
    | { readonly type: 'lines'; readonly most: number }
    | { readonly type: 'date' }
    /** From and to by the London clock; to before from is past midnight. */
    | { readonly type: 'hours' }
    | { readonly type: 'days' }
    /** Ids of protected people. Left empty: everybody the order protects. */
    | { readonly type: 'people' }
    | { readonly type: 'choices'; readonly choices: readonly { readonly value: string; readonly text: string }[] }
  );

export type BlankType = Blank['type'];

/** The days of the week as they are stored, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** How a person is called where the words are shown: a letter, a name. */
export interface Speaking {
  readonly person: (id: string) => string;
  /** Between the last two of a list: `or` in what is forbidden, `and` in what is required. */
  readonly and: 'or' | 'and';
}

/** Nobody is named. */
export const unnamed: Speaking = { person: () => 'the protected person', and: 'or' };

/** The text as it is stored, or null where it is not what the blank asks for. An empty text is not filled in: see `optional`. */
export function storedBlank(blank: Blank, text: string): string | null {
  const given = text.trim();
  if (given === '') return null;
  switch (blank.type) {
    case 'whole-number': {
      const digits = given.replaceAll(',', '');
      const number = /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
      return number >= blank.least && number <= blank.most ? String(number) : null;
    }
    case 'text':
    case 'place':
    case 'area':
      return given.length <= blank.most ? given.replaceAll(/\s+/g, ' ') : null;
    case 'lines': {
      const lines = given
        .split('\n')
        .map((line) => line.trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== '');
      const stored = [...new Set(lines)].join('\n');
      return stored.length <= blank.most ? stored : null;
    }
    case 'date':
      return isLocalDate(given) && given >= '1900-01-01' && given <= '2199-12-31' ? given : null;
    case 'hours':
      return hoursOf(given) && given;
    case 'days':
      return listOf(given, weekdays);
    case 'people':
      return listOf(given, null);
    case 'choices':
      return listOf(
        given,
        blank.choices.map(({ value }) => value),
      );
  }
}

/** What to tell somebody whose answer the blank cannot take. */
export function blankProblem(blank: Blank, text: string): string {
  const label = blank.label;
  const small = label.slice(0, 1).toLowerCase() + label.slice(1);
  if (text.trim() === '') {
    return blank.type === 'days' || blank.type === 'people' || blank.type === 'choices' ? `Select ${small}` : `Enter ${small}`;
  }
  switch (blank.type) {
    case 'whole-number':
      return `${label} must be a whole number from ${blank.least} to ${blank.most.toLocaleString('en-GB')}`;
    case 'text':
    case 'place':
    case 'area':
    case 'lines':
      return `${label} must be ${blank.most.toLocaleString('en-GB')} characters or fewer`;
    case 'date':
      return `${label} must be a real date, like 14 5 2026`;
    case 'hours':
      return `${label} must be two different times, like 18:00 and 20:00`;
    case 'days':
    case 'people':
    case 'choices':
      return `Select ${small}`;
  }
}

/** `{ from, to }` of `18:00-20:00`; null for what is no such text. */
export function hoursOf(text: string): { readonly from: string; readonly to: string } | null {
  const [from = '', to = '', ...more] = text.split('-');
  return more.length === 0 && isLocalTime(from) && isLocalTime(to) && from !== to ? { from, to } : null;
}

/** A stored list: of choices in their own order, or of ids sorted; null where something is not one of them. */
function listOf(text: string, choices: readonly string[] | null): string | null {
  const items = [...new Set(text.split(',').map((item) => item.trim()))].filter((item) => item !== '');
  if (items.length === 0) return null;
  if (choices === null) return items.every((item) => /^[0-9a-f-]{36}$/i.test(item)) ? items.toSorted().join(',') : null;
  return items.every((item) => choices.includes(item)) ? choices.filter((choice) => items.includes(choice)).join(',') : null;
}

/** A stored blank in words, for the middle of a sentence. What does not fit the blank is shown as it stands. */
export function spokenBlank(blank: Blank, stored: string, speaking: Speaking): string {
  switch (blank.type) {
    case 'whole-number':
      return blank.unit === '' ? stored : `${stored} ${Number(stored) === 1 ? singular(blank.unit) : blank.unit}`;
    case 'date':
      return isLocalDate(stored) ? formatDate(stored) : stored;
    case 'hours': {
      const hours = hoursOf(stored);
      return hours ? `${hours.from} and ${hours.to}` : stored;
    }
    case 'lines':
      return listed(stored.split('\n'), speaking.and);
    case 'days':
      return listed(
        stored.split(',').map((day) => (isWeekday(day) ? weekdayNames[day] : day)),
        'and',
      );
    case 'people':
      return listed([...new Set(stored.split(',').map(speaking.person))], speaking.and);
    case 'choices':
      return listed(
        stored.split(',').map((value) => blank.choices.find((one) => one.value === value)?.text ?? value),
        speaking.and,
      );
    case 'text':
    case 'place':
    case 'area':
      return stored;
  }
}

export function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text);
}

function singular(unit: string): string {
  return unit === 'metres' ? 'metre' : unit.replace(/s$/, '');
}

function listed(items: readonly string[], and: 'or' | 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}
