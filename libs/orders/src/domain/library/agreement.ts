import { formatDate, isLocalDate } from '#calendar';
import { type Blank, hoursOf, isWeekday, spokenBlank, type Speaking, weekdayNames } from './blanks.js';
import type { LibraryCondition } from './library-condition.js';
import { type Figures, figuresIn, inDigits } from './figures.js';

/** Where the blanks of a condition and its words say different things. */
export interface Disagreement {
  /** The blanks whose value the words do not say. */
  readonly unsaid: readonly Blank[];
  /** What the words say and no blank does: `900 metres`, `1 January 2020`, `18:00`. */
  readonly unfilled: readonly string[];
}

type Entry = Pick<LibraryCondition, 'blanks' | 'wording'>;
type Filled = Readonly<Record<string, string>>;

/** What a condition says of its own limits beside its blanks: its last day, and the place to which it is limited; null or absent where it has none. */
export interface OwnLimits {
  readonly lastDay?: string | null;
  readonly locality?: string | null;
}

/**
 * Whether what is filled in and the court's words say different things; null where they agree. Every filled blank must stand in the words: a
 * number with its unit, a day and a time in any usual form, the words of a place. A distance, day or time in the words must stand in a blank or
 * be one of the condition's own limits, which the words need not say. Where nothing is filled in, or there are no words to hold it against, nothing disagrees. Whom it protects is only told apart as one or several.
 */
export function disagreement(
  { blanks, wording: template }: Entry,
  wording: string,
  parameters: Filled,
  own: OwnLimits = {},
): Disagreement | null {
  const filled = blanks.flatMap((blank) => {
    const value = parameters[blank.name]?.trim();
    return value ? [{ blank: asTyped(blank, value), value }] : [];
  });
  if (filled.length === 0 || wording.trim() === '') return null;
  const words = figuresIn(wording);
  const tokens = tokensOf(wording);
  // A blank for which the suggested words have no place, such as the first day to sign on, need not stand in them.
  const isAsked = ({ name, type }: Blank) => template === null || type === 'people' || template.includes(`{${name}`);
  const unsaid = filled
    .filter(({ blank, value }) => isAsked(blank) && !isSaid(blank, value, wording, words, tokens))
    .map(({ blank }) => blank);
  const details = filled.filter(({ blank }) => blank.type !== 'people');
  const unfilled = details.length === 0 ? [] : saidBesides(words, blanks, details, own);
  return unsaid.length + unfilled.length === 0 ? null : { unsaid, unfilled };
}

/** A disagreement in sentences, for whoever keyed both. */
export function disagreementInWords({ unsaid, unfilled }: Disagreement, parameters: Filled, speaking: Speaking): string {
  const missing = unsaid.map((blank) => `${blank.label}: ${spokenBlank(blank, parameters[blank.name] ?? '', speaking)}`);
  return [
    ...(missing.length > 0 ? [`The words do not say what the details say (${missing.join('; ')}).`] : []),
    ...(unfilled.length > 0 ? [`The words say ${unfilled.join(', ')}, which no detail says.`] : []),
  ].join(' ');
}

/** The first version of the library has blanks for any text: what stands in one says what it is. */
function asTyped(blank: Blank, value: string): Blank {
  const { name, label, hint, optional } = blank;
  const head = { name, label, hint, optional };
  if (blank.type === 'whole-number') return blank.unit === '' && name === 'metres' ? { ...blank, unit: 'metres' } : blank;
  if (blank.type !== 'text') return blank;
  if (name === 'persons') return { ...head, type: 'people' };
  const days: readonly string[] = value.split(',');
  if (isLocalDate(value)) return { ...head, type: 'date' };
  if (hoursOf(value)) return { ...head, type: 'hours' };
  return days.every((day) => isWeekday(day)) ? { ...head, type: 'days' } : blank;
}

/** How courts name what is ticked in a list. What has no entry is looked for by its own words. */
const named: Readonly<Record<string, RegExp | null>> = {
  solicitor: /\b(solicitors?|lawyers?|legal|counsel)\b/i,
  court: /\b(courts?|proceedings|tribunals?)\b/i,
  'child-contact': /\b(child|children|son|daughter|sons|daughters|grandchild(?:ren)?)\b/i,
  police: /\b(police|officers?|constables?)\b/i,
  relationship: /\b(relationships?|partners?)\b/i,
  vehicle: /\b(vehicles?|cars?|motor\w*)\b/i,
  job: /\b(jobs?|employ\w*|work|occupation|workplace)\b/i,
  journey: /\b(journeys?|travel\w*|trips?|abroad)\b/i,
  device: /\b(devices?|telephones?|phones?|SIM)\b/i,
  other: null,
};

function isSaid(blank: Blank, value: string, wording: string, words: Figures, tokens: ReadonlySet<string>): boolean {
  switch (blank.type) {
    case 'whole-number': {
      const number = Number(value);
      if (blank.unit === 'metres') return words.metres.some((one) => Math.abs(one - number) < 0.01);
      return (blank.unit === 'hours' ? words.hours : words.numbers).includes(number);
    }
    case 'date':
      return words.dates.some((day) => isSameDay(day, value));
    case 'hours':
      return timesOf(value).every((time) => words.times.some((readings) => readings.includes(time)));
    case 'days': {
      const days = value.split(',').filter(isWeekday);
      return days.length === words.days.length && days.every((day) => words.days.includes(day));
    }
    case 'people': {
      const one = /\b(?:the protected person|the (?:complainant|victim))\b/i.test(wording);
      const several = /\b(?:protected (?:people|persons)|complainants|victims)\b/i.test(wording);
      return value.split(',').length > 1 ? !one || several : !several;
    }
    case 'choices':
      return value.split(',').every((choice) => {
        const pattern = named[choice];
        if (pattern !== undefined) return pattern === null || pattern.test(wording);
        return hasAll(tokens, blank.choices.find((item) => item.value === choice)?.text ?? choice);
      });
    case 'text':
    case 'place':
    case 'area':
    case 'lines':
      return hasAll(tokens, value);
  }
}

/** The distances, days and times of the words that no blank says; periods and weekdays only where the kind has a blank for them. */
function saidBesides(
  words: Figures,
  blanks: readonly Blank[],
  filled: readonly { readonly blank: Blank; readonly value: string }[],
  { lastDay, locality }: OwnLimits,
): string[] {
  const texts = [...filled.flatMap(({ blank, value }) => (isText(blank) ? [value] : [])), locality ?? ''].map(figuresIn);
  const of = (unit: string) =>
    filled.flatMap(({ blank, value }) => (blank.type === 'whole-number' && blank.unit === unit ? [Number(value)] : []));
  const metres = [...of('metres'), ...texts.flatMap((text) => text.metres)];
  const hours = [...of('hours'), ...texts.flatMap((text) => text.hours)];
  const dates = [
    ...filled.flatMap(({ blank, value }) => (blank.type === 'date' ? [value] : [])),
    ...texts.flatMap((text) => text.dates),
    ...(lastDay ? [lastDay] : []),
  ];
  const times = [
    ...filled.flatMap(({ blank, value }) => (blank.type === 'hours' ? timesOf(value) : [])),
    ...texts.flatMap((text) => text.times.flat()),
  ];
  const asksPeriod = blanks.some((blank) => blank.type === 'whole-number' && blank.unit === 'hours');
  const asksDays = blanks.some(({ type }) => type === 'days') && !filled.some(({ blank }) => blank.type === 'days');
  return [
    ...words.metres.filter((one) => !metres.some((known) => Math.abs(known - one) < 0.01)).map((one) => `${Math.round(one)} metres`),
    ...words.dates.filter((day) => !dates.some((known) => isSameDay(day, known))).map(dayInWords),
    ...words.times.filter((readings) => !readings.some((time) => times.includes(time))).map((readings) => readings[0] ?? ''),
    ...(asksPeriod ? words.hours.filter((one) => !hours.includes(one)).map((one) => `${one} hours`) : []),
    ...(asksDays && words.days.length < 7 ? words.days.map((day) => weekdayNames[day]) : []),
  ];
}

function dayInWords(day: string): string {
  const [date, month] = [day.slice(-2), day.slice(-5, -3)];
  return isLocalDate(day) ? formatDate(day) : `${date}/${month}`;
}

function isText({ type }: Blank): boolean {
  return type === 'text' || type === 'place' || type === 'area' || type === 'lines';
}

/** `01-15` is any 15 January. */
function isSameDay(one: string, other: string): boolean {
  return one === other || (one.length === 5 && other.endsWith(one)) || (other.length === 5 && one.endsWith(other));
}

function timesOf(hours: string): readonly string[] {
  const read = hoursOf(hours);
  return read ? [read.from, read.to] : [hours];
}

const filler = new Set(
  'the a an any all of and or in at to on by for from with his her their its him them you your must not no'.split(' '),
);

function tokensOf(text: string): ReadonlySet<string> {
  const words =
    inDigits(text.normalize('NFKC'))
      .toLowerCase()
      .replaceAll(/(\d),(?=\d{3})/g, '$1')
      .match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)));
}

/** Whether every word that says something stands among these. */
function hasAll(tokens: ReadonlySet<string>, value: string): boolean {
  const wanted = [...tokensOf(value)];
  const telling = wanted.filter((word) => !filler.has(word) && (word.length > 1 || /\d/.test(word)));
  return (telling.length > 0 ? telling : wanted).every((word) => tokens.has(word));
}
