import { refuse } from '#event-sourcing';
import type { PerpetratorFact, RestrictionBasis } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export type CannotRestrict = CannotChange | 'already-restricted';

/** Makes the record absent for everyone but its readers: whoever restricts it and those they name (user ids). */
export function restrictRecord(
  state: PerpetratorState,
  who: Changer,
  { basis, readers }: { readonly basis: RestrictionBasis; readonly readers: readonly string[] },
): PerpetratorFact[] {
  const { perpetratorId, restriction } = changeable(state, who);
  if (restriction) throw refuse<CannotRestrict>('already-restricted');
  return [{ type: 'RecordRestricted', data: { perpetratorId, basis, readers: [...new Set([who.by, ...readers])] } }];
}
