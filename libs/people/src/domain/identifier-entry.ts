import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { IdentifierScheme, PerpetratorFact } from './events.js';
import { nominalParts, parseCro, parseNominal, parsePhone, parsePncId, type ParsedIdentifier } from './identifiers.js';
import type { KnownIdentifier } from './perpetrator.js';

/** A number as somebody typed it. */
export interface IdentifierEntry {
  readonly scheme: IdentifierScheme;
  /** The number itself. */
  readonly value: string;
  /** For a nominal: the records system that gave it. */
  readonly system: string | null;
}

/** A number that can be kept: its one spelling, and for a nominal the force and the system in which it means something. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly force: string | null;
  readonly system: string | null;
  readonly value: string;
}

export type UnusableIdentifier = 'identifier-not-valid';

/** What was typed in its canonical spelling. A nominal belongs to `force`. Refuses with `identifier-not-valid` and `why`, a sentence. */
export function checkedIdentifier({ scheme, value, system }: IdentifierEntry, force: string, today: LocalDate): Identifier {
  switch (scheme) {
    case 'pncid':
      return { scheme, force: null, system: null, value: canonical(parsePncId(value, today)) };
    case 'cro':
      return { scheme, force: null, system: null, value: canonical(parseCro(value)) };
    case 'phone':
      return { scheme, force: null, system: null, value: canonical(parsePhone(value)) };
    case 'nominal': {
      const parts = nominalParts(canonical(parseNominal({ force, system: system ?? '', number: value })));
      return { scheme, force: parts.force, system: parts.system, value: parts.number };
    }
  }
}

/** What an identifier is found by: equal for equal numbers of one scheme, force and system. */
export function identifierKey({ scheme, force, system, value }: Identifier): string {
  return scheme === 'nominal' ? `nominal:${force}:${system}:${value.toUpperCase()}` : `${scheme}:${value}`;
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

function canonical(parsed: ParsedIdentifier): string {
  if (!parsed.ok) throw refuse<UnusableIdentifier>('identifier-not-valid', { why: parsed.why });
  return parsed.canonical;
}
