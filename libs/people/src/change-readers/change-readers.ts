import { refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import { type CannotChangeRestriction, type Keeper, restrictedRecord } from '../domain/restriction.js';

export type CannotChangeReaders = CannotChangeRestriction | 'no-reader-left' | 'nothing-changes';

/** Sets who may read the restricted record from now on, by user id. Somebody must remain. */
export function changeReaders(state: PerpetratorState, who: Keeper, readers: readonly string[]): PerpetratorFact[] {
  const { perpetratorId, restriction } = restrictedRecord(state, who);
  const named = [...new Set(readers)];
  if (named.length === 0) throw refuse<CannotChangeReaders>('no-reader-left');
  const same = named.length === restriction.readers.length && named.every((reader) => restriction.readers.includes(reader));
  if (same) throw refuse<CannotChangeReaders>('nothing-changes');
  return [{ type: 'ReadersChanged', data: { perpetratorId, readers: named } }];
}
