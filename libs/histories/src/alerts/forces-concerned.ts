/** Which force has something on which record, and which records are of one person. */
export interface Knowledge {
  /** CJS codes of the forces with something on the record. */
  forcesOn(perpetratorId: string): Promise<readonly string[]>;
  /** The records linked to it directly. */
  linkedTo(perpetratorId: string): Promise<readonly string[]>;
}

/** A force to be told, and the way from the record it has something on to the record on which it happened, over links. */
export interface Concerned {
  readonly force: string;
  readonly path: readonly [string, ...string[]];
}

/** The forces with something on this person, each once and by its nearest record; all records that are linked count. */
export async function forcesConcerned(known: Knowledge, perpetratorId: string): Promise<Concerned[]> {
  const found = new Map<string, Concerned>();
  const seen = new Set([perpetratorId]);
  let edge: (readonly [string, ...string[]])[] = [[perpetratorId]];
  while (edge.length > 0) {
    const beyond: typeof edge = [];
    for (const path of edge) {
      for (const force of await known.forcesOn(path[0])) if (!found.has(force)) found.set(force, { force, path });
      for (const next of await known.linkedTo(path[0])) {
        if (seen.has(next)) continue;
        seen.add(next);
        beyond.push([next, ...path]);
      }
    }
    edge = beyond;
  }
  return [...found.values()];
}

/**
 * Those to be told of a decision about the pair, each once, with the way to the record on the other side: `left` are those concerned on the
 * side of the first, `right` on that of the second. Where other links lead there already, no record is on the way twice.
 */
export function concernedByPair(
  left: readonly Concerned[],
  right: readonly Concerned[],
  [one, other]: readonly [string, string],
): Concerned[] {
  const upTo = (id: string, { force, path }: Concerned): Concerned => ({ force, path: path.includes(id) ? path : [...path, id] });
  const told = [...left.map((concerned) => upTo(other, concerned)), ...right.map((concerned) => upTo(one, concerned))];
  return told.filter(({ force }, nth) => told.findIndex((first) => first.force === force) === nth);
}
