import type { Personal } from '#event-sourcing';
import { blankOf, disagreementIn, madeWith, reliedOn } from '../condition-library.js';
import type { ConditionVersionPlain, ConditionWords } from '../events.js';
import { hoursOf, isWeekday, type Weekday } from '../library/blanks.js';

/** A condition as it is drafted, or as it binds in an order: what is open and what is sealed of it. */
export interface Clause {
  readonly plain: ConditionVersionPlain;
  readonly words: Personal<ConditionWords>;
}

/** A clause with whom its order protects and which force keeps it. */
export interface Placed {
  readonly clause: Clause;
  readonly protectedPersonIds: readonly string[];
  readonly force: string;
}

/** What is filled in the blanks; an empty object where nothing is, the words were erased, or they say something else. */
export function filledIn({ plain, words }: Clause): Readonly<Record<string, string>> {
  return reliedOn(plain, words.value);
}

/** The people a clause is about: those it names, or everybody its order protects. */
export function peopleOf({ clause, protectedPersonIds }: Placed): readonly string[] {
  const named = blankOf(clause.plain, 'persons')?.type === 'people' ? (filledIn(clause)['persons'] ?? '') : '';
  return named === '' ? protectedPersonIds : named.split(',');
}

/** Whether a clause is about somebody: then it meets another only if they share somebody. */
export function isAboutPeople({ plain }: Clause): boolean {
  return ['NC-DIR', 'NC-IND', 'AP-DIST', 'SURV', 'PUB', 'SEARCH', 'LITIG'].includes(plain.code);
}

/** Contact that a clause allows, by code; `unread` where the words allow something that the blanks do not say. */
export function exceptionsOf(clause: Clause): ReadonlySet<string> | 'unread' {
  if (clause.words.value !== null && disagreementIn(clause.plain, clause.words.value)) return 'unread';
  const given = filledIn(clause)['exceptions'] ?? '';
  const coded = blankOf(clause.plain, 'exceptions')?.type === 'choices';
  if (coded && given !== '') return given.split(',').includes('other') ? 'unread' : new Set(given.split(','));
  const said = /\b(except|save|unless|other than|apart from|does not apply|without the (written )?consent)\b/i.test(
    clause.words.value?.wording ?? '',
  );
  return given !== '' || said || clause.words.value === null ? 'unread' : new Set();
}

/** Whether a clause leaves room for contact about or with a child. */
export function sparesChildContact(clause: Clause): boolean {
  const exceptions = exceptionsOf(clause);
  if (exceptions !== 'unread' && exceptions.has('child-contact')) return true;
  const { wording = '' } = clause.words.value ?? {};
  return /\b(child|children|child's|children's|son|daughter)\b/i.test([wording, ...Object.values(filledIn(clause))].join(' '));
}

/** Where a clause sends somebody; empty when it does not say. Null for a clause that sends nobody anywhere. */
export function placeOf(clause: Clause): string | null {
  if (!['R-SURR', 'R-PROG', 'R-MH', 'R-DA', 'R-SIGN'].includes(clause.plain.code)) return null;
  const named = madeWith(clause.plain).blanks.find(({ type }) => type === 'place')?.name ?? 'station';
  return filledIn(clause)[named] ?? '';
}

/** The area a clause forbids; empty when it is not recorded as data. Null for a clause that forbids none. */
export function areaOf(clause: Clause): string | null {
  return clause.plain.code === 'EX-AREA' ? (filledIn(clause)['area'] ?? '') : null;
}

const everyPlace = new Set(
  'the and any with within from into near police station court centre center street road lane avenue close place town city village area north south east west new old high house building school workplace all part parts'.split(
    ' ',
  ),
);

/** Whether two places share a name that says more than `police station` or `street`. */
export function sharePlaceName(one: string, other: string): boolean {
  const names = (text: string) => new Set((text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []).filter((word) => !everyPlace.has(word)));
  const others = names(other);
  return [...names(one)].some((name) => others.has(name)) || (one.trim() !== '' && one.trim().toLowerCase() === other.trim().toLowerCase());
}

/** When a clause holds or asks for something: every day and hour unless it says. Null where its times are not recorded as data. */
export interface Times {
  readonly days: readonly Weekday[] | null;
  readonly hours: { readonly from: string; readonly to: string } | null;
}

export function timesOf(clause: Clause): Times {
  // Kept for the work list only: the words decide, and nobody holds these against others.
  if (clause.plain.wordsOnly) return { days: null, hours: null };
  const { days = '', hours = '' } = filledIn(clause);
  const read = days.split(',').filter(isWeekday);
  return { days: read.length === 0 ? null : read, hours: hoursOf(hours) };
}

/** Whether two times surely never meet. */
export function neverMeet(one: Times, other: Times): boolean {
  // Hours past midnight run into the next day, so days only tell apart what ends on the day it began.
  const overnight = [one, other].some(({ hours }) => hours !== null && hours.to < hours.from);
  if (!overnight && one.days && other.days && !one.days.some((day) => other.days?.includes(day))) return true;
  return one.hours !== null && other.hours !== null && !hoursMeet(one.hours, other.hours);
}

function hoursMeet(one: NonNullable<Times['hours']>, other: NonNullable<Times['hours']>): boolean {
  const spans = ({ from, to }: typeof one) =>
    (to > from
      ? [[from, to]]
      : [
          [from, '24:00'],
          ['00:00', to],
        ]) as readonly [string, string][];
  return spans(one).some(([from, to]) => spans(other).some(([start, end]) => from < end && start < to));
}
