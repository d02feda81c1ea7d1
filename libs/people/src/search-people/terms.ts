import type { LocalDate } from '#calendar';
import { parseCro, parsePhone, parsePncId } from '../domain/identifiers.js';
import { foldText } from '../domain/names.js';

/** What to look for. At least one is given. */
export interface SearchTerms {
  /** Names in any order, whole or in part. */
  readonly name: string | null;
  /** A PNCID, a CRO number, a telephone number or a force's nominal number. */
  readonly identifier: string | null;
  readonly dateOfBirth: LocalDate | null;
}

/** The terms as the records' search columns are compared with. */
export interface Target {
  /** Folded; null when no name is looked for. */
  readonly name: string | null;
  /** The name's parts of three letters or more, to be found anywhere in a name. */
  readonly parts: readonly string[];
  /** Keys of numbers. */
  readonly identifiers: readonly string[];
  readonly nominals: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  /** The date with day and month swapped, a common slip; null where that is no other date. */
  readonly swapped: LocalDate | null;
}

/** The target of a search on the day `today`, or null when there is nothing to look for. */
export function target({ name, identifier, dateOfBirth }: SearchTerms, today: LocalDate): Target | null {
  const folded = name === null ? '' : foldText(name);
  const numbers = identifier === null ? null : numbersIn(identifier, today);
  if (folded === '' && dateOfBirth === null && (numbers === null || numbers.nominals.length === 0)) return null;
  return {
    name: folded === '' ? null : folded,
    parts: folded.split(' ').filter((part) => part.length > 2),
    identifiers: numbers?.identifiers ?? [],
    nominals: numbers?.nominals ?? [],
    dateOfBirth,
    swapped: dateOfBirth === null ? null : swapped(dateOfBirth),
  };
}

function numbersIn(text: string, today: LocalDate): Pick<Target, 'identifiers' | 'nominals'> {
  const parsed = { pncid: parsePncId(text, today), cro: parseCro(text), phone: parsePhone(text) };
  const identifiers = Object.entries(parsed).flatMap(([scheme, number]) => (number.ok ? [`${scheme}:${number.canonical}`] : []));
  const nominal = text.trim().toUpperCase();
  return { identifiers, nominals: nominal === '' ? [] : [nominal] };
}

function swapped(date: LocalDate): LocalDate | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}
