import { refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import {
  type CannotChangeRestriction,
  checkKept,
  type Keeper,
  type LegalReader,
  type NobodyKeeps,
  restrictedRecord,
} from '../domain/restriction.js';

export type CannotChangeReaders = CannotChangeRestriction | NobodyKeeps | 'no-reader-left' | 'nothing-changes';

/** Sets who may read the restricted record from now on, by user id. One of `legal` must remain. */
export function changeReaders(
  state: PerpetratorState,
  who: Keeper,
  readers: readonly string[],
  legal: readonly LegalReader[],
): PerpetratorFact[] {
  const { perpetratorId, restriction } = restrictedRecord(state, who);
  const named = [...new Set(readers)];
  if (named.length === 0) throw refuse<CannotChangeReaders>('no-reader-left');
  const same = named.length === restriction.readers.length && named.every((reader) => restriction.readers.includes(reader));
  if (same) throw refuse<CannotChangeReaders>('nothing-changes');
  checkKept(named, legal);
  return [{ type: 'ReadersChanged', data: { perpetratorId, readers: named } }];
}
