import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { allegeable } from './allegeable.js';
import { awarenessStillToShow } from './awareness.js';
import type { BreachState } from './breach.js';
import type { BreachFact, NfaReason, OfBreach } from './events.js';
import { pinnedThen } from './pinned.js';
import { maintained, peopleOf } from './progress.js';

/** Why it is taken no further. */
export interface NoFurtherReason {
  readonly reason: NfaReason;
  readonly note: string | null;
  /** The record of the orders says otherwise than the reason, and is said to be wrong; the note says how. */
  readonly recordIsWrong?: boolean;
}

/** `was-in-force`, `was-known`: what the record shows of the orders alleged against, and the reason denies. */
export type ReasonRefusal = 'note-needed' | 'was-in-force' | 'was-known';

/** The decision with its reason. `ordersThen`: those alleged against; a reason that they contradict needs what is wrong in their record. */
export function takenNoFurther(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  data: OfBreach & { at: Instant },
  { reason, note, recordIsWrong = false }: NoFurtherReason,
): BreachFact {
  const against = recordIsWrong ? null : contradiction(breach, ordersThen, reason);
  if (against !== null) throw refuse<ReasonRefusal>(against);
  if ((reason === 'other' || recordIsWrong) && note === null) throw refuse<ReasonRefusal>('note-needed');
  const words = note === null ? {} : { note: personal(peopleOf(breach), note) };
  return { type: 'NoFurtherAction', data: { ...data, reason }, personal: words };
}

function contradiction(breach: BreachState, orders: readonly OrderState[], reason: NfaReason): ReasonRefusal | null {
  if (reason === 'not-in-force') {
    const then = allegeable(orders, breach.occurred);
    return maintained(breach).some((allegation) => pinnedThen(allegation, then) === 'in-force') ? 'was-in-force' : null;
  }
  if (reason !== 'not-aware-of-order') return null;
  return awarenessStillToShow({ ...breach, awarenessToShow: true }, orders) ? null : 'was-known';
}
