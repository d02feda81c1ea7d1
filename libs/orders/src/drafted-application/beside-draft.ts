import { cases, type CaseState, type Incident } from '#cases';
import { at } from '#event-store';
import { changedIncidents } from '../domain/application-draft/changed-incidents.js';
import type { Surroundings } from '../domain/application-draft/missing.js';
import { liveOrders } from '../domain/application-draft/live.js';
import type { Moment } from '../domain/moments.js';
import { orders, type OrderState } from '../domain/order.js';

/** The streams to read beside a draft before it is decided on: of the orders, and of the investigations that hold incidents it relies on. */
export function placesBeside(orderIds: readonly string[], caseIds: readonly string[]) {
  return [...orderIds.map((id) => at(orders, id)), ...caseIds.map((id) => at(cases, id))] as const;
}

/** What those streams say: the orders that bind then, and what became of the incidents. */
export function foundBeside(states: readonly (OrderState | CaseState)[], now: Moment): Omit<Surroundings, 'isAgeKnown'> {
  return { live: liveOrders(states.filter(isOrder), now), ...changedIncidents(states.flatMap(incidentsIn)) };
}

function isOrder(state: OrderState | CaseState): state is OrderState {
  return state.is === 'unmade' || state.is === 'standing' || state.is === 'over';
}

function incidentsIn(state: OrderState | CaseState): readonly Incident[] {
  return state.is === 'opened' ? state.incidents : [];
}
