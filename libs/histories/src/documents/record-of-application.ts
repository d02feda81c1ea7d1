import type { Role } from '#access';
import type { Instant } from '#calendar';
import type { ExhibitRow } from '#cases';
import type { Recorded } from '#event-sourcing';
import {
  type ApplicationDraft,
  applications,
  type ApplicationFact,
  type DraftFact,
  type FiledApplication,
  type YouthFact,
  type YouthRecord,
} from '#orders';
import { type ProtectedPersonFact, protectedPeople, type ProtectedPersonState, type Whereabouts, whereaboutsIn } from '#people';
import type { PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';

/** What is recorded of an application and around it, before anything is chosen for a document. */
export interface RecordOfApplication extends RecordAround {
  readonly facts: readonly Recorded<ApplicationFact | DraftFact | YouthFact>[];
  readonly exhibits: readonly ExhibitRow[];
}

/** What is recorded of the respondent and of those protected from them, around the record of which a document is made. */
export interface RecordAround {
  readonly history: PerpetratorHistory;
  /** All of its lines, not one page. */
  readonly lines: readonly HistoryFactLine[];
  /** What counts of them in the document. */
  readonly people: readonly RecordOfPerson[];
  /** The letters of those who are called by one, by id. */
  readonly letters: ReadonlyMap<string, string>;
  /** Every way in which anybody was ever reached of whom the maker knows now, also since: what must not be told. */
  readonly whereabouts: readonly Whereabouts[];
  /** Of the users who recorded any of it, by id. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** One protected person on the perpetrator's record. */
export interface RecordOfPerson {
  readonly id: string;
  readonly facts: readonly Recorded<ProtectedPersonFact>[];
}

/** The application as its facts leave it: how it was drafted, and what was filed. */
export function stateOf(facts: RecordOfApplication['facts']): {
  readonly draft: ApplicationDraft | null;
  readonly filed: FiledApplication | null;
  readonly youth: YouthRecord | null;
} {
  let [draft, state] = [null as ApplicationDraft | null, applications.initial];
  for (const { fact } of facts) {
    state = applications.evolve(state, fact);
    if (state.is === 'not-filed') draft = state.draft;
  }
  return { draft, filed: state.is === 'not-filed' ? null : state, youth: state.youth ?? null };
}

export function personOf({ facts }: RecordOfPerson): ProtectedPersonState {
  return facts.reduce<ProtectedPersonState>((state, { fact }) => protectedPeople.evolve(state, fact), protectedPeople.initial);
}

/** The facts up to the filing, and when that was recorded; null while it is not filed. */
export function untilFiling(
  facts: RecordOfApplication['facts'],
): { readonly facts: RecordOfApplication['facts']; readonly at: Instant } | null {
  const nth = facts.findIndex(({ fact }) => fact.type === 'ApplicationFiled');
  const filing = facts[nth];
  return filing ? { facts: facts.slice(0, nth + 1), at: filing.envelope.recordedAt } : null;
}

/** Every way in which the people were ever reached, as far as it can still be read. */
export function whereaboutsOf(people: readonly RecordOfPerson[]): readonly Whereabouts[] {
  return people.flatMap(({ facts }) => whereaboutsIn(facts));
}
