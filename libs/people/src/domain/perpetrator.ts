import type { Personal, StreamType } from '#event-sourcing';
import type { LocalDate } from '#calendar';
import type { Address, Identity, IdentifierScheme, PerpetratorFact, PersonErasedFact, PersonName, RestrictionBasis } from './events.js';
import type { AskedErasure } from './erasure.js';
import type { Photograph } from './photographs.js';
import { unreadable } from './unreadable.js';

export interface Alias {
  readonly aliasId: string;
  readonly name: Personal<PersonName>;
}

export interface KnownAddress {
  readonly addressId: string;
  /** The first day the person was known to live there; null when not known. */
  readonly from: LocalDate | null;
  readonly address: Personal<Address>;
}

export interface KnownIdentifier {
  readonly identifierId: string;
  readonly scheme: IdentifierScheme;
  /** For nominal numbers: the force that gave it, by CJS code. Null for national numbers. */
  readonly force: string | null;
  /** For nominal numbers: the records system that gave it. Null for national numbers. */
  readonly system: string | null;
  readonly value: Personal<string>;
}

export interface Occupation {
  /** The force that employs the person, by CJS code; null outside the police. */
  readonly policeForce: string | null;
  readonly occupation: Personal<string>;
}

/** While it stands, the record is absent for everyone but the readers. */
export interface Restriction {
  readonly basis: RestrictionBasis;
  /** User ids. */
  readonly readers: readonly string[];
}

/** What one force knows of one perpetrator. Personal values are null once the person was erased. */
export interface PerpetratorRecord {
  readonly is: 'recorded';
  readonly perpetratorId: string;
  /** The force whose record this is, by CJS code. */
  readonly force: string;
  readonly identity: Personal<Identity>;
  readonly aliases: readonly Alias[];
  readonly addresses: readonly KnownAddress[];
  readonly identifiers: readonly KnownIdentifier[];
  readonly occupation: Occupation | null;
  /** In the order in which they came, the withdrawn among them. */
  readonly photographs: readonly Photograph[];
  readonly restriction: Restriction | null;
  /** The last erasure that was asked for, in time to be confirmed or not; absent when nobody asked. */
  readonly erasureAsked?: AskedErasure;
}

/** Only that there was a record, whose it was, and on what ground it was erased. A restriction outlives the person's data. */
export interface ErasedPerpetrator {
  readonly is: 'erased';
  readonly perpetratorId: string;
  readonly force: string;
  readonly restriction: Restriction | null;
  readonly erasure: PersonErasedFact['data'];
}

export type PerpetratorState = { readonly is: 'unknown' } | PerpetratorRecord | ErasedPerpetrator;

export const perpetrators: StreamType<PerpetratorState, PerpetratorFact> = {
  category: 'perpetrator',
  initial: { is: 'unknown' },
  evolve: evolvePerpetrator,
};

/** The state after the fact. What is stored is never refused: a fact that finds no record leaves the state as it was. */
export function evolvePerpetrator(state: PerpetratorState, fact: PerpetratorFact): PerpetratorState {
  if (fact.type === 'PerpetratorRecorded') {
    if (state.is !== 'unknown') return state;
    const { perpetratorId, force } = fact.data;
    const identity = fact.personal?.identity ?? unreadable(perpetratorId);
    return {
      is: 'recorded',
      perpetratorId,
      force,
      identity,
      aliases: [],
      addresses: [],
      identifiers: [],
      occupation: null,
      photographs: [],
      restriction: null,
    };
  }
  return state.is === 'recorded' ? evolveRecord(state, fact) : state;
}

function evolveRecord(record: PerpetratorRecord, fact: Exclude<PerpetratorFact, { type: 'PerpetratorRecorded' }>): PerpetratorState {
  const self = record.perpetratorId;
  switch (fact.type) {
    case 'PerpetratorDetailsCorrected':
      return { ...record, identity: fact.personal?.identity ?? unreadable(self) };
    case 'AliasRecorded': {
      const alias: Alias = { aliasId: fact.data.aliasId, name: fact.personal?.name ?? unreadable(self) };
      return { ...record, aliases: [...record.aliases, alias] };
    }
    case 'AddressRecorded': {
      const { addressId, from } = fact.data;
      const known: KnownAddress = { addressId, from, address: fact.personal?.address ?? unreadable(self) };
      return { ...record, addresses: [...record.addresses, known] };
    }
    case 'IdentifierRecorded': {
      const { identifierId, scheme, force, system } = fact.data;
      const known: KnownIdentifier = { identifierId, scheme, force, system, value: fact.personal?.value ?? unreadable(self) };
      return { ...record, identifiers: [...record.identifiers, known] };
    }
    case 'OccupationRecorded':
      return {
        ...record,
        occupation: { policeForce: fact.data.policeForce, occupation: fact.personal?.occupation ?? unreadable(self) },
      };
    case 'PhotographRecorded': {
      const { perpetratorId: _, ...data } = fact.data;
      const photograph: Photograph = { ...data, sha256: fact.personal?.sha256 ?? unreadable(self), withdrawn: null };
      return { ...record, photographs: [...record.photographs, photograph] };
    }
    case 'PhotographWithdrawn': {
      const withdrawn = fact.personal?.reason ?? unreadable(self);
      const { photographId } = fact.data;
      return { ...record, photographs: record.photographs.map((one) => (one.photographId === photographId ? { ...one, withdrawn } : one)) };
    }
    case 'RecordRestricted':
      return { ...record, restriction: { basis: fact.data.basis, readers: fact.data.readers } };
    case 'ReadersChanged':
      return { ...record, restriction: record.restriction && { ...record.restriction, readers: fact.data.readers } };
    case 'RestrictionLifted':
      return { ...record, restriction: null };
    case 'ErasureAsked':
      return { ...record, erasureAsked: fact.data };
    case 'PersonErased':
      return { is: 'erased', perpetratorId: self, force: record.force, restriction: record.restriction, erasure: fact.data };
  }
}
