import { type LocalDate, londonDate } from '#calendar';
import { type Act, refuse } from '#event-sourcing';
import type { ErasedPerpetrator, PerpetratorRecord, PerpetratorState } from './perpetrator.js';
import type { ProtectedPersonRecord, ProtectedPersonState } from './protected-person.js';

/** Who asks for a change. */
export type Changer = Pick<Act, 'by' | 'force'>;

/** Who acts, and the London day on which they do. */
export function changer({ by, force, at }: Act): Changer & { readonly today: LocalDate } {
  return { by, force, today: londonDate(at) };
}

export type CannotChange = 'no-such-record' | 'erased' | 'not-your-force';

/**
 * The perpetrator's record, for a change by its own force. A restricted record does not exist for anyone who is not a named reader.
 * Refuses with `no-such-record`, `erased` or `not-your-force`.
 */
export function changeable(state: PerpetratorState, who: Changer): PerpetratorRecord {
  const record = readable(state, who);
  if (record.force !== who.force) throw refuse<CannotChange>('not-your-force', { force: record.force });
  return record;
}

/** The same for somebody who only needs to know of the record, of whichever force. Refuses with `no-such-record` or `erased`. */
export function readable(state: PerpetratorState, who: Pick<Changer, 'by'>): PerpetratorRecord {
  const record = existing(state, who);
  if (record.is === 'erased') throw refuse<CannotChange>('erased');
  return record;
}

/** The same, also of somebody whose data was erased. Refuses with `no-such-record`. */
export function existing(state: PerpetratorState, who: Pick<Changer, 'by'>): PerpetratorRecord | ErasedPerpetrator {
  if (state.is === 'unknown' || (state.restriction && !state.restriction.readers.includes(who.by)))
    throw refuse<CannotChange>('no-such-record');
  return state;
}

/** The protected person's record, for a change by the force that looks after them now. Refuses as `changeable` does. */
export function inCareOf(state: ProtectedPersonState, who: Changer): ProtectedPersonRecord {
  if (state.is === 'unknown') throw refuse<CannotChange>('no-such-record');
  if (state.is === 'erased') throw refuse<CannotChange>('erased');
  if (state.safeguarding !== who.force) throw refuse<CannotChange>('not-your-force', { force: state.safeguarding });
  return state;
}

/**
 * Refuses with `not-yours-to-name` unless the protected person is on record with the caller's force. An order or application gives its
 * force a part in whom it protects, so nobody may name in one whom they could not read before.
 */
export function nameable(state: ProtectedPersonState, who: Pick<Changer, 'force'>): void {
  const isOurs = state.is === 'recorded' && (state.force === who.force || state.safeguarding === who.force);
  if (!isOurs) throw refuse<'not-yours-to-name'>('not-yours-to-name');
}
