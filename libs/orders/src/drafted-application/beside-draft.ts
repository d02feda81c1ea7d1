import { cases, type CaseState } from '#cases';
import { at } from '#event-store';
import type { Surroundings } from '../domain/application-draft/missing.js';
import { liveOrders } from '../domain/application-draft/live.js';
import type { Moment } from '../domain/moments.js';
import { orders, type OrderState } from '../domain/order.js';

/** The streams to read beside a draft before it is decided on: of the orders, and of the investigations that hold incidents it relies on. */
export function placesBeside(orderIds: readonly string[], caseIds: readonly string[]) {
  return [...orderIds.map((id) => at(orders, id)), ...caseIds.map((id) => at(cases, id))] as const;
}

/** What those streams say: the orders that bind then, and the incidents recorded in error. */
export function foundBeside(states: readonly (OrderState | CaseState)[], now: Moment): Pick<Surroundings, 'live' | 'struck'> {
  return { live: liveOrders(states.filter(isOrder), now), struck: states.flatMap(struckIn) };
}

function isOrder(state: OrderState | CaseState): state is OrderState {
  return state.is === 'unmade' || state.is === 'standing' || state.is === 'over';
}

function struckIn(state: OrderState | CaseState): readonly string[] {
  if (state.is !== 'opened') return [];
  return state.incidents.filter(({ inError }) => inError !== null).map(({ incidentId }) => incidentId);
}
