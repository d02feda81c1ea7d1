import { refuse } from '#event-sourcing';
import type { ErasureBasis, PersonErasedFact } from '../domain/events.js';
import type { CannotChange, Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';
import type { Hold } from './legal-holds.js';

export interface Erasure {
  readonly basis: ErasureBasis;
  /** Who decided, by office and reference; never a person's name: it is kept in the clear for ever. */
  readonly authority: string;
}

export type CannotErase = CannotChange | 'no-authority' | 'legal-hold';

/**
 * The fact after which a person's key is destroyed. Erasing again records nothing more, so that an erasure that was interrupted between
 * the fact and the key is finished by asking again, whatever holds by then. A restricted record does not exist for those who may not read it.
 */
export function erasePerson(
  state: PerpetratorState | ProtectedPersonState,
  who: Changer,
  { basis, authority }: Erasure,
  holds: readonly Hold[],
): PersonErasedFact[] {
  if (state.is === 'unknown') throw refuse<CannotErase>('no-such-record');
  if ('restriction' in state && state.restriction && !state.restriction.readers.includes(who.by))
    throw refuse<CannotErase>('no-such-record');
  if (state.force !== who.force) throw refuse<CannotErase>('not-your-force', { force: state.force });
  if (state.is === 'erased') return [];
  if (holds.length > 0) throw refuse<CannotErase>('legal-hold', { holds: holds.join(' ') });
  if (authority.trim() === '') throw refuse<CannotErase>('no-authority');
  const personId = 'protectedPersonId' in state ? state.protectedPersonId : state.perpetratorId;
  return [{ type: 'PersonErased', data: { personId, basis, authority: authority.trim() } }];
}
