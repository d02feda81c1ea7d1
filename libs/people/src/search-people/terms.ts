import type { LocalDate } from '#calendar';
import { identifierKey } from '../domain/identifier-entry.js';
import { parseCro, parseHandle, parsePhone, parseVehicle, possiblePncIds } from '../domain/identifiers.js';
import { dayAndMonthSwapped, oneSlipFrom } from '../domain/searching/births.js';
import { numberParts } from '../domain/searching/number-parts.js';
import { nameWords } from '../domain/searching/words.js';

/** What to look for. At least one is given. */
export interface SearchTerms {
  /** Names in any order, whole or in part. */
  readonly name: string | null;
  /** A PNCID, a CRO number, a telephone number, a force's nominal number, the name of an account or the registration mark of a vehicle. */
  readonly identifier: string | null;
  readonly dateOfBirth: LocalDate | null;
}

/** The terms as the records' search columns are compared with. */
export interface Target {
  /** The folded words of the name that say something, each once; none when no name is looked for. */
  readonly words: readonly string[];
  /** Keys of numbers. */
  readonly identifiers: readonly string[];
  /** Numbers and names of accounts in capitals, in whatever system they mean something. */
  readonly nominals: readonly string[];
  /** What a number may have in it that is not found as it was typed: a part of it, or all of it written with other signs between. */
  readonly numberParts: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  /** Dates that are taken for `dateOfBirth` with a slip: day and month swapped, a digit wrong, two digits swapped. */
  readonly slipsOfBirth: readonly LocalDate[];
}

/** The target of a search on the day `today`, or null when there is nothing to look for. */
export function target({ name, identifier, dateOfBirth }: SearchTerms, today: LocalDate): Target | null {
  const words = nameWords(name ?? '');
  const numbers = identifier === null ? null : numbersIn(identifier, today);
  if (words.length === 0 && dateOfBirth === null && (numbers === null || numbers.nominals.length === 0)) return null;
  const swapped = dateOfBirth === null ? null : dayAndMonthSwapped(dateOfBirth);
  return {
    words,
    identifiers: numbers?.identifiers ?? [],
    nominals: numbers?.nominals ?? [],
    numberParts: identifier === null ? [] : numberParts(identifier),
    dateOfBirth,
    slipsOfBirth: dateOfBirth === null ? [] : [...(swapped === null ? [] : [swapped]), ...oneSlipFrom(dateOfBirth)],
  };
}

/** Whatever was typed is taken for every kind of number that it may be. */
function numbersIn(text: string, today: LocalDate): Pick<Target, 'identifiers' | 'nominals'> {
  const typed = text.trim().toUpperCase();
  if (typed === '') return { identifiers: [], nominals: [] };
  const parsed = { cro: parseCro(text), phone: parsePhone(text), vehicle: parseVehicle(text) } as const;
  const identifiers = [
    ...possiblePncIds(text, today).map((value) => identifierKey({ scheme: 'pncid', force: null, system: null, value })),
    ...(['cro', 'phone', 'vehicle'] as const).flatMap((scheme) => {
      const number = parsed[scheme];
      return number.ok ? [identifierKey({ scheme, force: null, system: null, value: number.canonical })] : [];
    }),
  ];
  const handle = parseHandle(text);
  return { identifiers, nominals: [...new Set([typed, ...(handle.ok ? [handle.canonical.toUpperCase()] : [])])] };
}
