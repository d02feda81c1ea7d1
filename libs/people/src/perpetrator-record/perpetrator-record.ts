import type { LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import { bareKey, knownKeys } from '../domain/identifier-entry.js';
import { blockingKeys, comparable } from '../domain/linking/index.js';
import { searchText } from '../domain/names.js';
import { nameKeys } from '../domain/searching/name-keys.js';
import { flatNumbers } from '../domain/searching/number-parts.js';
import { type ErasedPerpetrator, evolvePerpetrator, type PerpetratorRecord, perpetrators } from '../domain/perpetrator.js';

/** A perpetrator's record as it is found and shown. */
export interface PerpetratorRow {
  readonly id: string;
  /** The force whose record it is, by CJS code. */
  readonly force: string;
  /** Whether it is absent for everyone but `readers` (user ids). */
  readonly restricted: boolean;
  readonly readers: readonly string[];
  /** When the record was made, UTC. */
  readonly recordedAt: string;
  readonly doc: PerpetratorRecord | ErasedPerpetrator;
  /** Copies to search by; empty once the person was erased. Names are folded, each on a line. */
  readonly searchNames: string;
  /** What the names are found by, however they are spelt. */
  readonly searchKeys: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  /** Keys of all numbers. */
  readonly identifiers: readonly string[];
  /** Force numbers and names of accounts without force and system, in capitals, for those who do not know which system gave them. */
  readonly nominals: readonly string[];
  /** All numbers without the signs between letters and digits, each on a line: searched for parts. */
  readonly searchNumbers: string;
  /** Keys under which records of one person meet. */
  readonly blocking: readonly string[];
}

export const perpetratorRecord: Projection<PerpetratorRow> = {
  name: 'perpetrator-record',
  table: 'people.perpetrator_record',
  version: 6,
  reads: [
    'PerpetratorRecorded',
    'PerpetratorDetailsCorrected',
    'AliasRecorded',
    'AddressRecorded',
    'IdentifierRecorded',
    'OccupationRecorded',
    'PhotographRecorded',
    'PhotographWithdrawn',
    'RecordRestricted',
    'ReadersChanged',
    'RestrictionLifted',
    'ErasureAsked',
    'PersonErased',
  ] satisfies PerpetratorFact['type'][],
  rows: ({ fact }) => [idIn(fact as PerpetratorFact)],
  evolve(row, event) {
    const state = evolvePerpetrator(row?.doc ?? perpetrators.initial, (event as Recorded<PerpetratorFact>).fact);
    return state.is === 'unknown' ? null : perpetratorRow(state, row?.recordedAt ?? event.envelope.recordedAt);
  },
  forgotten: (row) => perpetratorRow(row.doc, row.recordedAt),
};

function idIn({ data }: PerpetratorFact): string {
  return 'personId' in data ? data.personId : data.perpetratorId;
}

/** The record as a row of its table. */
export function perpetratorRow(doc: PerpetratorRecord | ErasedPerpetrator, recordedAt: string): PerpetratorRow {
  const { perpetratorId: id, force, restriction } = doc;
  let found: SearchColumns | null = null;
  const search = (): SearchColumns => (found ??= searchColumns(doc));
  return {
    ...{ id, force, restricted: restriction !== null, readers: restriction?.readers ?? [], recordedAt, doc },
    // Worked out when they are written: in a rebuild several facts come before that.
    get searchNames() {
      return search().searchNames;
    },
    get searchKeys() {
      return search().searchKeys;
    },
    get dateOfBirth() {
      return search().dateOfBirth;
    },
    get identifiers() {
      return search().identifiers;
    },
    get nominals() {
      return search().nominals;
    },
    get searchNumbers() {
      return search().searchNumbers;
    },
    get blocking() {
      return search().blocking;
    },
  };
}

type SearchColumns = Pick<
  PerpetratorRow,
  'searchNames' | 'searchKeys' | 'dateOfBirth' | 'identifiers' | 'nominals' | 'searchNumbers' | 'blocking'
>;

/** Made anew from what can still be read, so that nothing is left in them once it cannot. */
function searchColumns(doc: PerpetratorRecord | ErasedPerpetrator): SearchColumns {
  if (doc.is === 'erased')
    return { searchNames: '', searchKeys: [], dateOfBirth: null, identifiers: [], nominals: [], searchNumbers: '', blocking: [] };
  const names = [doc.identity.value?.name, ...doc.aliases.map(({ name }) => name.value)];
  const searchNames = searchText(names.filter((name) => name !== undefined && name !== null));
  return {
    searchNames,
    searchKeys: nameKeys(searchNames),
    dateOfBirth: doc.identity.value?.dateOfBirth ?? null,
    identifiers: knownKeys(doc.identifiers),
    nominals: doc.identifiers.flatMap(({ scheme, value: { value } }) => (value === null ? [] : (bareKey({ scheme, value }) ?? []))),
    searchNumbers: flatNumbers(doc.identifiers),
    blocking: blockingKeys(comparable(doc)),
  };
}
