import { refuse } from '#event-sourcing';
import type { DetermineOutcome, OrderFact } from '../domain/events.js';
import { isOrderInError } from '../domain/in-error.js';
import { inForceAt } from '../domain/in-force.js';
import type { Moment } from '../domain/moments.js';
import { orders, type MadeOrder, type OrderState } from '../domain/order.js';
import { anOrder, type BadMoment, type NoOrder, sinceMade } from '../domain/required.js';
import { inPlaceNow } from '../domain/in-its-place.js';
import { ceasedAlone, endsWith, isGrantedAlone, isInterimAlone } from '../domain/made-on.js';

/** How the application of an interim order was decided that is not on record here. */
export type InterimEnding =
  | { readonly with: 'order'; readonly orderId: string }
  | { readonly with: 'nothing'; readonly outcome: DetermineOutcome; readonly at: Moment | null };

export type CannotEndInterim =
  NoOrder | BadMoment | 'not-your-order' | 'not-an-interim-alone' | 'when-needed' | 'no-such-full-order' | 'not-in-force';

export interface InterimEnded {
  readonly interim: OrderFact[];
  readonly full: OrderFact[];
}

/**
 * Says that an interim order ended because its application, which it was recorded without, was decided (SPA 2019 s.5). A full order that is on record and was
 * made on it then stands in its place: also where it was said before that it was granted, and not with which order. `full`: that order; `others`: the interim orders in whose place it is recorded to stand. Only the force that keeps
 * the interim order may.
 */
export function endInterim(
  order: OrderState,
  ending: InterimEnding,
  { full, others }: { readonly full: OrderState; readonly others: readonly OrderState[] },
  who: { readonly force: string; readonly now: Moment; readonly correctionId: string },
): InterimEnded {
  const interim = anOrder(order);
  if (interim.force !== who.force) throw refuse<CannotEndInterim>('not-your-order');
  const isGranted = ending.with === 'order' && isGrantedAlone(interim, who.force);
  if (!isGranted && !isInterimAlone(interim, who.force)) throw refuse<CannotEndInterim>('not-an-interim-alone');
  const made = ending.with === 'order' ? madeAfter(interim, full, ending.orderId) : null;
  const at = ending.with === 'order' ? made?.made : ending.at;
  if (!at) throw refuse<CannotEndInterim>('when-needed');
  sinceMade(interim, at, who.now);
  if (isGranted ? !endsWith(interim, at) : inForceAt(interim, at).is === 'not-in-force') throw refuse<CannotEndInterim>('not-in-force');
  const outcome = ending.with === 'order' ? 'granted' : ending.outcome;
  const ceased = ceasedAlone(interim, { at, outcome, fullOrderId: made?.orderId ?? null });
  const why = { correctionId: who.correctionId, reason: 'The interim order ended with it' };
  return { interim: [ceased], full: made ? inPlaceNow(made, [orders.evolve(interim, ceased), ...others], why) : [] };
}

/** The full order of the force with that id. */
function madeAfter({ force }: MadeOrder, full: OrderState, orderId: string): MadeOrder {
  const isIt = full.is !== 'unmade' && full.orderId === orderId && full.kind === 'spo' && full.force === force;
  if (!isIt || isOrderInError(full)) throw refuse<CannotEndInterim>('no-such-full-order');
  return full;
}
