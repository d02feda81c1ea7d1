import type { Streams } from '#event-store';
import { orders } from '#orders';
import type { Alleging } from '../domain/alleging.js';
import { breaches } from '../domain/breach.js';

/**
 * The ids of the orders that a decision about these allegations reads: those alleged against and, where a failure to notify is alleged, the
 * interim order in whose place one stands, under which the first notification was owed.
 */
export async function ordersConcerned(streams: Streams, alleging: readonly Omit<Alleging, 'allegationId'>[]): Promise<string[]> {
  const ids = new Set(alleging.map(({ orderId }) => orderId));
  for (const { orderId, breached } of alleging) {
    if (breached.is !== 'notification') continue;
    const { state } = await streams.load(orders, orderId);
    if (state.is !== 'unmade' && state.replaces !== null) ids.add(state.replaces);
  }
  return [...ids];
}

/** The ids of the orders ever alleged against in this breach. */
export async function ordersAlleged(streams: Streams, breachId: string): Promise<string[]> {
  const { state } = await streams.load(breaches, breachId);
  return [...new Set(state.allegations.map(({ orderId }) => orderId))];
}
