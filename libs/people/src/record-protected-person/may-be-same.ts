import type { LocalDate } from '#calendar';
import type { PersonName } from '../domain/events.js';
import { comparableName, score } from '../domain/linking/index.js';

/** Of a protected person only what tells people apart. */
export interface Told {
  readonly name: PersonName;
  readonly dateOfBirth: LocalDate | null;
}

/**
 * Whether two records of people to be protected from the same perpetrator may be of one person: a name agrees or nearly does, and nothing
 * that both say speaks against it. It only asks; sisters and namesakes are recorded all the same.
 */
export function mayBeSame(one: Told, other: Told): boolean {
  const { lines } = score(comparable(one), comparable(other));
  const names = lines.filter(({ field }) => field === 'given' || field === 'family');
  return names.some(({ verdict }) => verdict === 'for') && lines.every(({ verdict }) => verdict !== 'against');
}

function comparable({ name, dateOfBirth }: Told) {
  return { names: [comparableName(name)], born: dateOfBirth ?? '', addresses: [], phones: [], handles: [], vehicles: [], numbers: [] };
}
