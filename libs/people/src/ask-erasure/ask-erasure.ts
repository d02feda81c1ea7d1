import { type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { namesPerson } from '../domain/names-whom-it-erases.js';
import { erasable, lastDayToConfirm, mayBeConfirmed, type Hold } from '../domain/erasure.js';
import type { ErasureAskedFact, ErasureBasis } from '../domain/events.js';
import type { CannotChange, Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export interface Erasure {
  readonly basis: ErasureBasis;
  /** Who decided, by office and reference; never a person's name: it is kept in the clear for ever. */
  readonly authority: string;
}

export type CannotAskErasure = CannotChange | 'no-authority' | 'authority-names-them' | 'legal-hold' | 'erasure-asked-already';

/** The first of two steps: nothing is erased before another person confirms it. One request stands at a time. */
export function askErasure(
  state: PerpetratorState | ProtectedPersonState,
  who: Changer & { readonly today: LocalDate },
  { basis, authority }: Erasure,
  holds: readonly Hold[],
): ErasureAskedFact[] {
  const record = erasable(state, who);
  if (record.is === 'erased') throw refuse<CannotAskErasure>('erased');
  const { erasureAsked: asked } = record;
  if (asked && mayBeConfirmed(asked, who.today)) throw refuse<CannotAskErasure>('erasure-asked-already', { until: asked.until });
  if (holds.length > 0) throw refuse<CannotAskErasure>('legal-hold', { holds: holds.join(' ') });
  if (authority.trim() === '') throw refuse<CannotAskErasure>('no-authority');
  if (namesPerson(authority, record)) throw refuse<CannotAskErasure>('authority-names-them');
  const personId = 'protectedPersonId' in record ? record.protectedPersonId : record.perpetratorId;
  const until = lastDayToConfirm(who.today);
  return [{ type: 'ErasureAsked', data: { personId, basis, authority: authority.trim(), askedBy: who.by, until } }];
}
