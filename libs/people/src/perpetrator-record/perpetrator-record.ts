import type { LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import { knownKeys } from '../domain/identifier-entry.js';
import { blockingKeys, comparable } from '../domain/linking/index.js';
import { searchText } from '../domain/names.js';
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
  readonly dateOfBirth: LocalDate | null;
  /** Keys of all numbers. */
  readonly identifiers: readonly string[];
  /** Force numbers without force and system, in capitals, for those who do not know which system gave them. */
  readonly nominals: readonly string[];
  /** Keys under which records of one person meet. */
  readonly blocking: readonly string[];
}

export const perpetratorRecord: Projection<PerpetratorRow> = {
  name: 'perpetrator-record',
  table: 'people.perpetrator_record',
  version: 2,
  reads: [
    'PerpetratorRecorded',
    'PerpetratorDetailsCorrected',
    'AliasRecorded',
    'AddressRecorded',
    'IdentifierRecorded',
    'OccupationRecorded',
    'RecordRestricted',
    'ReadersChanged',
    'RestrictionLifted',
    'PersonErased',
  ] satisfies PerpetratorFact['type'][],
  rows: ({ fact }) => [idIn(fact as PerpetratorFact)],
  evolve(row, event) {
    const state = evolvePerpetrator(row?.doc ?? perpetrators.initial, (event as Recorded<PerpetratorFact>).fact);
    return state.is === 'unknown' ? null : rowOf(state, row?.recordedAt ?? event.envelope.recordedAt);
  },
  forgotten: (row) => rowOf(row.doc, row.recordedAt),
};

function idIn({ data }: PerpetratorFact): string {
  return 'personId' in data ? data.personId : data.perpetratorId;
}

function rowOf(doc: PerpetratorRecord | ErasedPerpetrator, recordedAt: string): PerpetratorRow {
  const { perpetratorId: id, force, restriction } = doc;
  return { id, force, restricted: restriction !== null, readers: restriction?.readers ?? [], recordedAt, doc, ...searchColumns(doc) };
}

type SearchColumns = Pick<PerpetratorRow, 'searchNames' | 'dateOfBirth' | 'identifiers' | 'nominals' | 'blocking'>;

/** Made anew from what can still be read, so that nothing is left in them once it cannot. */
function searchColumns(doc: PerpetratorRecord | ErasedPerpetrator): SearchColumns {
  if (doc.is === 'erased') return { searchNames: '', dateOfBirth: null, identifiers: [], nominals: [], blocking: [] };
  const names = [doc.identity.value?.name, ...doc.aliases.map(({ name }) => name.value)];
  return {
    searchNames: searchText(names.filter((name) => name !== undefined && name !== null)),
    dateOfBirth: doc.identity.value?.dateOfBirth ?? null,
    identifiers: knownKeys(doc.identifiers),
    nominals: doc.identifiers.flatMap(({ scheme, value }) =>
      scheme === 'nominal' && value.value !== null ? [value.value.toUpperCase()] : [],
    ),
    blocking: blockingKeys(comparable(doc)),
  };
}
