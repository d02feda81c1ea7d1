import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { IdentifierScheme, PerpetratorFact } from './events.js';
import {
  nominalParts,
  parseCro,
  parseHandle,
  parseNominal,
  parsePhone,
  parsePlatform,
  parsePncId,
  parseVehicle,
  type ParsedIdentifier,
  vehicleAsRead,
} from './identifiers.js';
import type { KnownIdentifier } from './perpetrator.js';

/** A number as somebody typed it. */
export interface IdentifierEntry {
  readonly scheme: IdentifierScheme;
  /** The number itself. */
  readonly value: string;
  /** For a nominal: the records system that gave it. For a handle: where it is used, if known. */
  readonly system: string | null;
}

/** A number that can be kept: its one spelling, and the force and the system in which it means something. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly force: string | null;
  readonly system: string | null;
  readonly value: string;
}

export type UnusableIdentifier = 'identifier-not-valid';

/**
 * What was typed in its canonical spelling. A nominal belongs to `force`; `nth`: its place among several, from 0. Refuses with
 * `identifier-not-valid` and `why`, a sentence, and its place.
 */
export function checkedIdentifier({ scheme, value, system }: IdentifierEntry, force: string, today: LocalDate, nth?: number): Identifier {
  const canonical = (parsed: ParsedIdentifier): string => {
    if (parsed.ok) return parsed.canonical;
    throw refuse<UnusableIdentifier>('identifier-not-valid', { why: parsed.why, ...(nth === undefined ? {} : { place: nth }) });
  };
  switch (scheme) {
    case 'pncid':
      return { scheme, force: null, system: null, value: canonical(parsePncId(value, today)) };
    case 'cro':
      return { scheme, force: null, system: null, value: canonical(parseCro(value)) };
    case 'phone':
      return { scheme, force: null, system: null, value: canonical(parsePhone(value)) };
    case 'vehicle':
      return { scheme, force: null, system: null, value: canonical(parseVehicle(value)) };
    case 'handle':
      return { scheme, force: null, system: canonical(parsePlatform(system ?? '')) || null, value: canonical(parseHandle(value)) };
    case 'nominal': {
      const parts = nominalParts(canonical(parseNominal({ force, system: system ?? '', number: value })));
      return { scheme, force: parts.force, system: parts.system, value: parts.number };
    }
  }
}

/** What an identifier is found by: equal for equal numbers of one scheme, force and system. */
export function identifierKey({ scheme, force, system, value }: Identifier): string {
  switch (scheme) {
    case 'nominal':
      return `nominal:${force}:${system}:${value.toUpperCase()}`;
    case 'handle':
      return `handle:${system ?? ''}:${value}`;
    case 'vehicle':
      return `vehicle:${vehicleAsRead(value)}`;
    default:
      return `${scheme}:${value}`;
  }
}

/** What a number or name that means something in one system only is found by when nobody knows in which; null for others. */
export function bareKey({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>): string | null {
  return scheme === 'nominal' || scheme === 'handle' ? value.toUpperCase() : null;
}

/** What each kind of number is called before the number. */
export const schemeWords: Readonly<Record<IdentifierScheme, string>> = {
  pncid: 'PNCID',
  cro: 'CRO number',
  nominal: 'Nominal',
  phone: 'Telephone number',
  handle: 'Online name',
  vehicle: 'Vehicle',
};

/** A number as it is shown: `Online name @mock_1 on instagram`. */
export function identifierInWords({ scheme, system, value }: Pick<Identifier, 'scheme' | 'system' | 'value'>): string {
  const shown = scheme === 'handle' && !value.includes('@') ? `@${value}` : value;
  return `${schemeWords[scheme]} ${shown}${system === null ? '' : ` ${scheme === 'handle' ? 'on' : 'in'} ${system}`}`;
}

/** The keys of the identifiers that can still be read. */
export function knownKeys(identifiers: readonly KnownIdentifier[]): string[] {
  return identifiers.flatMap(({ value, ...known }) => (value.value === null ? [] : [identifierKey({ ...known, value: value.value })]));
}

/** The fact that the perpetrator is known by the number. */
export function identifierRecorded(perpetratorId: string, identifierId: string, { value, ...where }: Identifier): PerpetratorFact {
  return {
    type: 'IdentifierRecorded',
    data: { perpetratorId, identifierId, ...where },
    personal: { value: personal([perpetratorId], value) },
  };
}
