import type { Fact } from './fact.js';

/** How facts of one stream make its state. `evolve` is pure and total: it never refuses a stored fact. */
export interface StreamType<State, F extends Fact> {
  /** The part of the stream's name before its first `-`. Permanent: it is the stored name. */
  readonly category: string;
  readonly initial: State;
  evolve(state: State, fact: F): State;
  /** How facts stored by an older version become today's, by type. Absent when no fact of the stream ever changed its shape. */
  readonly upcasts?: Upcasts;
  /** Data shape version written today, by type; 1 when absent. */
  readonly schemaVersions?: Readonly<Record<string, number>>;
}

/** For each fact type, the step from version n to n+1 at index n-1. */
export type Upcasts = Readonly<Record<string, ReadonlyArray<(fact: Fact) => Fact>>>;

/** The name of the stream of this type with this id. */
export function streamName(type: { readonly category: string }, id: string): string {
  return `${type.category}-${id}`;
}

/** The category and the id in a stream's name. */
export function parseStreamName(stream: string): { category: string; id: string } {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}

/** The state that `facts` make, from `state` on. */
export function fold<State, F extends Fact>(type: StreamType<State, F>, facts: Iterable<F>, state: State = type.initial): State {
  let folded = state;
  for (const fact of facts) folded = type.evolve(folded, fact);
  return folded;
}

/** A stored fact brought to today's shape. Throws when it was stored by a newer version of the software. */
export function upcast(type: Pick<StreamType<unknown, Fact>, 'upcasts' | 'schemaVersions'>, fact: Fact, storedVersion: number): Fact {
  const today = type.schemaVersions?.[fact.type] ?? 1;
  if (storedVersion > today)
    throw new Error(`${fact.type} was stored at version ${storedVersion}; this software knows ${today}. Run a newer version.`);
  let current = fact;
  for (let version = storedVersion; version < today; version += 1) {
    const step = type.upcasts?.[fact.type]?.[version - 1];
    if (!step) throw new Error(`No upcast of ${fact.type} from version ${version}`);
    current = step(current);
  }
  return current;
}
