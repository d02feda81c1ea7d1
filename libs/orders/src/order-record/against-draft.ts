import { libraryCondition } from '../domain/condition-library.js';
import type { Clause } from '../domain/conflicts/index.js';
import { compareWords, type Part } from './compare.js';

/** One clause of the order beside the clause of the application's draft from which it came. */
export interface AgainstDraft {
  /** The clause number in the order; in the draft for one that the court left out. */
  readonly number: number;
  readonly title: string;
  readonly is: 'as-drafted' | 'changed' | 'added' | 'left-out';
  /** `same` and `removed` joined are the drafted words, `same` and `added` the court's. Null where the words were erased. */
  readonly parts: readonly Part[] | null;
}

/**
 * What the court made of the drafted conditions, clause by clause: first those of the order, then those that were left out. A clause is taken to
 * come from the draft's clause that it names, or else from the first of its kind that none names. `shown` masks what the reader may not see.
 */
export function againstDraft(
  drafted: readonly Clause[],
  made: readonly Clause[],
  shown: (text: string) => string,
): readonly AgainstDraft[] {
  const claimed = new Set(made.flatMap(({ plain }) => plain.draftedAs ?? []));
  const free = drafted.filter(({ plain }) => !claimed.has(plain.conditionId));
  const pairs = made.map((clause) => {
    const named = drafted.find(({ plain }) => plain.conditionId === clause.plain.draftedAs);
    const nth = named ? -1 : free.findIndex(({ plain }) => plain.code === clause.plain.code);
    return [clause, named ?? (nth < 0 ? undefined : free.splice(nth, 1)[0])] as const;
  });
  const used = new Set(pairs.map(([, from]) => from));
  const leftOut = drafted.filter((clause) => !used.has(clause));
  return [...pairs.map(([clause, from]) => compared(clause, from, shown)), ...leftOut.map((clause) => withoutIt(clause, shown))];
}

function compared({ plain, words }: Clause, from: Clause | undefined, shown: (text: string) => string): AgainstDraft {
  const of = { number: plain.number, title: libraryCondition(plain.code).title };
  const court = words.value?.wording;
  if (!from) return { ...of, is: 'added', parts: court === undefined ? null : [{ is: 'added', text: shown(court) }] };
  const draft = from.words.value?.wording;
  if (court === undefined || draft === undefined) return { ...of, is: 'changed', parts: null };
  return {
    ...of,
    is: court.trim() === draft.trim() ? 'as-drafted' : 'changed',
    parts: compareWords(shown(draft.trim()), shown(court.trim())),
  };
}

function withoutIt({ plain, words }: Clause, shown: (text: string) => string): AgainstDraft {
  const text = words.value?.wording;
  return {
    number: plain.number,
    title: libraryCondition(plain.code).title,
    is: 'left-out',
    parts: text === undefined ? null : [{ is: 'removed', text: shown(text) }],
  };
}
