import type { LocalDate } from '#calendar';
import { identifierKey } from '../domain/identifier-entry.js';
import { parseCro, parseHandle, parsePhone, parseVehicle, possiblePncIds } from '../domain/identifiers.js';
import { dayAndMonthSwapped, oneSlipFrom } from '../domain/searching/births.js';
import { numberParts } from '../domain/searching/number-parts.js';
import { nameEntry } from '../domain/searching/numbers-among-names.js';
import { nameWords } from '../domain/searching/words.js';

/** What to look for. At least one is given. */
export interface SearchTerms {
  /** Names in any order, whole or in part; a number among them is found too. */
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
  const entry = nameEntry(name ?? '');
  const words = nameWords(entry.name);
  const numbers = [...(identifier === null ? [] : [identifier]), ...entry.numbers].map((text) => numbersIn(text, today));
  const nominals = numbers.flatMap((number) => number.nominals);
  if (words.length === 0 && dateOfBirth === null && nominals.length === 0) return null;
  const swapped = dateOfBirth === null ? null : dayAndMonthSwapped(dateOfBirth);
  // A year beside a name is in the numbers of too many to look for.
  const inPart = identifier ?? entry.whole;
  return {
    words,
    identifiers: [...new Set(numbers.flatMap((number) => number.identifiers))],
    nominals: [...new Set(nominals)],
    numberParts: inPart === null ? [] : numberParts(inPart),
    dateOfBirth,
    slipsOfBirth: dateOfBirth === null ? [] : [...(swapped === null ? [] : [swapped]), ...oneSlipFrom(dateOfBirth)],
  };
}

/** What the person searching typed as a number, wherever they typed it; null where they typed none. */
export function numberTyped({ name, identifier }: SearchTerms): string | null {
  return identifier ?? nameEntry(name ?? '').whole;
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
