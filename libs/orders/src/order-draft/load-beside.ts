import type { Streams } from '#event-store';
import { orders } from '../domain/order.js';
import type { BesideOrders } from '../domain/weighing.js';

/** The orders that whoever sends a command could see in force beside it, and why it goes on if it may not fit. */
export interface BesideIds {
  readonly orderIds: readonly string[];
  readonly goesOn: string | null;
}

/** For what is recorded where no other order can be, as when stories are made up. */
export const nobodyBeside: BesideIds = { orderIds: [], goesOn: null };

/** The same with the orders as they are recorded now. */
export async function loadBeside(streams: Streams, { orderIds, goesOn }: BesideIds): Promise<BesideOrders> {
  const loaded = await Promise.all(orderIds.map((id) => streams.load(orders, id)));
  return { orders: loaded.map(({ state }) => state), goesOn };
}
