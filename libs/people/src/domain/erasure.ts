import { addDays, type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ErasureAskedFact } from './events.js';
import type { CannotChange, Changer } from './may-change.js';
import type { PerpetratorState } from './perpetrator.js';
import type { ProtectedPersonState } from './protected-person.js';

/** Why somebody's data must stay for now. */
export type Hold = 'order-in-force' | 'breach-open' | 'application-pending' | 'case-open';

/** What was asked: on what ground, by whose authority, by which user, and the last London day on which somebody else may confirm it. */
export type AskedErasure = ErasureAskedFact['data'];

/**
 * How many days after the asking an erasure may still be confirmed, by the day from which that holds. Ours, not the law's: the force's data
 * protection officer has to confirm it. A request of long ago may rest on a decision that nobody would take again.
 */
const daysToConfirm: readonly { readonly from: LocalDate; readonly days: number }[] = [{ from: '2020-01-20', days: 14 }];

/** The last day on which an erasure asked for on `asked` may be confirmed. */
export function lastDayToConfirm(asked: LocalDate): LocalDate {
  const { days } = daysToConfirm.findLast(({ from }) => from <= asked) ?? { days: 14 };
  return addDays(asked, days);
}

/** Whether it may still be confirmed on this London day. */
export function mayBeConfirmed({ until }: Pick<AskedErasure, 'until'>, today: LocalDate): boolean {
  return today <= until;
}

type Existing = Exclude<PerpetratorState | ProtectedPersonState, { is: 'unknown' }>;

/**
 * The record, for those of its own force who may erase it. A restricted record does not exist for those who may not read it. Refuses with
 * `no-such-record` or `not-your-force`.
 */
export function erasable(state: PerpetratorState | ProtectedPersonState, who: Changer): Existing {
  if (state.is === 'unknown') throw refuse<CannotChange>('no-such-record');
  if ('restriction' in state && state.restriction && !state.restriction.readers.includes(who.by))
    throw refuse<CannotChange>('no-such-record');
  if (state.force !== who.force) throw refuse<CannotChange>('not-your-force', { force: state.force });
  return state;
}
