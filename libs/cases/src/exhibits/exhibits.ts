import type { LocalDate } from '#calendar';
import type { Personal, StreamType } from '#event-sourcing';
import type { ExhibitContent, ExhibitFact, ExhibitPlace, OfExhibit } from './events.js';
import type { MediaType } from './file-types.js';

/** One file of a record. */
export interface Exhibit extends OfExhibit {
  readonly number: number;
  readonly mediaType: MediaType;
  /** Bytes. */
  readonly size: number;
  readonly contentId: string;
  /** Null inside once anybody it is about was erased: the bytes cannot be read any more then either. */
  readonly content: Personal<ExhibitContent>;
  readonly withdrawn: { readonly on: LocalDate; readonly reason: Personal<string> } | null;
}

/** The files of one record, in the order in which they came. */
export interface ExhibitsState {
  readonly exhibits: readonly Exhibit[];
}

/** The facts about the files of one record. */
export const exhibits: StreamType<ExhibitsState, ExhibitFact> = {
  category: 'exhibits',
  initial: { exhibits: [] },
  evolve: (state, fact) => ({ exhibits: evolved(state.exhibits, fact) }),
};

/** For what the bytes of exhibits are sealed. Part of the stored format: it never changes. */
export const exhibitPurpose = 'exhibit';

/** The id of the stream for the files of a record. */
export function placeId({ kind, id }: ExhibitPlace): string {
  return `${kind}-${id}`;
}

/** One file after a fact about it; null before it was received. */
export function evolveExhibit(exhibit: Exhibit | null, fact: ExhibitFact): Exhibit | null {
  switch (fact.type) {
    case 'ExhibitReceived':
      return exhibit ?? { ...fact.data, content: fact.personal?.content ?? nothing, withdrawn: null };
    case 'ExhibitSubjectsNamed':
      return exhibit && { ...exhibit, content: fact.personal?.content ?? { about: fact.data.subjectIds, value: null } };
    case 'ExhibitWithdrawn':
      return exhibit && { ...exhibit, withdrawn: { on: fact.data.on, reason: fact.personal?.reason ?? nothing } };
  }
}

const nothing: Personal<never> = { about: [], value: null };

function evolved(known: readonly Exhibit[], fact: ExhibitFact): readonly Exhibit[] {
  const { exhibitId } = fact.data;
  const before = known.find((one) => one.exhibitId === exhibitId) ?? null;
  const after = evolveExhibit(before, fact);
  if (after === null || after === before) return known;
  return before ? known.map((one) => (one === before ? after : one)) : [...known, after];
}
