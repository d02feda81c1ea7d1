import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { erasable, mayBeConfirmed, type Hold } from '../domain/erasure.js';
import type { PersonErasedFact } from '../domain/events.js';
import type { CannotChange, Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export type CannotErase = CannotChange | 'erasure-not-asked' | 'erasure-out-of-time' | 'erasure-asked-by-you' | 'legal-hold';

/**
 * The second of two steps, by another person than asked: the fact after which the key is destroyed. Erasing again records nothing more, so
 * that an erasure that was interrupted between the fact and the key is finished by confirming again, whatever holds by then.
 */
export function erasePerson(
  state: PerpetratorState | ProtectedPersonState,
  who: Changer & { readonly today: LocalDate },
  holds: readonly Hold[],
): PersonErasedFact[] {
  const record = erasable(state, who);
  if (record.is === 'erased') return [];
  const { erasureAsked: asked } = record;
  if (!asked) throw refuse<CannotErase>('erasure-not-asked');
  if (!mayBeConfirmed(asked, who.today)) throw refuse<CannotErase>('erasure-out-of-time', { until: asked.until });
  if (asked.askedBy === who.by) throw refuse<CannotErase>('erasure-asked-by-you');
  if (holds.length > 0) throw refuse<CannotErase>('legal-hold', { holds: holds.join(' ') });
  const { personId, basis, authority } = asked;
  return [{ type: 'PersonErased', data: { personId, basis, authority } }];
}
