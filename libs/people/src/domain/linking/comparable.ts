import { foldText } from '../names.js';
import { identifierKey } from '../identifier-entry.js';
import { vehicleAsRead } from '../identifiers.js';
import type { PerpetratorRecord } from '../perpetrator.js';

/** A record as it is compared with another: everything folded, what is not known left out. */
export interface Comparable {
  /** The name and the aliases. */
  readonly names: readonly ComparableName[];
  /** `1988-03-04`; empty when not known. Compared as digits, so it need not be a real day. */
  readonly born: string;
  readonly addresses: readonly ComparableAddress[];
  readonly phones: readonly string[];
  /** Names of accounts. */
  readonly handles: readonly ComparableHandle[];
  /** Registration marks as they are read, so that O and 0 are one. */
  readonly vehicles: readonly string[];
  /** National numbers by scheme, and force numbers by force and system. */
  readonly numbers: readonly ComparableNumber[];
}

export interface ComparableName {
  readonly given: string;
  readonly family: string;
}

export interface ComparableAddress {
  /** Without the postcode. */
  readonly lines: string;
  /** Without blanks. */
  readonly postcode: string;
}

export interface ComparableHandle {
  /** Where it is used; empty when not known. */
  readonly system: string;
  readonly value: string;
}

export interface ComparableNumber {
  readonly is: 'national' | 'nominal';
  /** Numbers of one system only say something of one another. */
  readonly system: string;
  readonly value: string;
}

const streetWords: Readonly<Record<string, string>> = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  ct: 'court',
  cres: 'crescent',
  dr: 'drive',
  gdns: 'gardens',
  la: 'lane',
  ln: 'lane',
  pl: 'place',
  sq: 'square',
  terr: 'terrace',
};

const kindsOfStreet: ReadonlySet<string> = new Set([...Object.values(streetWords), 'circuit']);

/** Whether the word only says what kind of street it is. */
export function isStreetWord(word: string): boolean {
  return kindsOfStreet.has(word);
}

export function comparableName({ given, family }: ComparableName): ComparableName {
  return { given: foldText(given), family: foldText(family) };
}

export function comparableAddress(lines: readonly string[], postcode: string): ComparableAddress {
  const words = foldText(lines.join(' ')).split(' ');
  return { lines: words.map((word) => streetWords[word] ?? word).join(' '), postcode: foldText(postcode).replaceAll(' ', '') };
}

/** What of the record can be compared. An erased part is not there. */
export function comparable(record: PerpetratorRecord): Comparable {
  const names = [record.identity.value?.name, ...record.aliases.map(({ name }) => name.value)];
  return {
    names: different(names.flatMap((name) => (name ? [comparableName(name)] : []))),
    born: record.identity.value?.dateOfBirth ?? '',
    addresses: record.addresses.flatMap(({ address: { value } }) => (value ? [comparableAddress(value.lines, value.postcode)] : [])),
    handles: record.identifiers.flatMap(({ scheme, system, value }) =>
      scheme === 'handle' && value.value !== null ? [{ system: system ?? '', value: value.value.toLowerCase() }] : [],
    ),
    vehicles: record.identifiers.flatMap(({ scheme, value }) =>
      scheme === 'vehicle' && value.value !== null ? [vehicleAsRead(value.value)] : [],
    ),
    phones: record.identifiers.flatMap(({ scheme, value }) => (scheme === 'phone' && value.value !== null ? [value.value] : [])),
    numbers: record.identifiers.flatMap(({ scheme, force, system, value }): ComparableNumber[] => {
      if (scheme === 'phone' || scheme === 'handle' || scheme === 'vehicle' || value.value === null) return [];
      const key = identifierKey({ scheme, force, system, value: value.value });
      if (scheme === 'nominal') return [{ is: 'nominal', system: `${force}:${system}`, value: key }];
      return [{ is: 'national', system: scheme, value: key }];
    }),
  };
}

/** Each name once, however often and in whatever capitals it was recorded. */
function different(names: readonly ComparableName[]): readonly ComparableName[] {
  return [...new Map(names.map((name) => [`${name.given}|${name.family}`, name])).values()];
}
