import { formatDateTime, type Instant } from '#calendar';
import { Refusal } from '#event-sourcing';
import type { OfflinePerson } from '#histories';
import { type MadeOrder, type OrderState, momentOf, orders as orderFacts, readOutOrder, toBeRead } from '#orders';
import type { KnownReport } from '../device/reports.js';

/** What became of an order that was read out from this device, without a full stop. */
export interface ReadHere {
  readonly orderId: string;
  readonly at: Instant;
  readonly words: string;
}

/** The orders of this person that were read out from this device, as far as the service has not refused that. */
export function readHere(reports: readonly KnownReport[], { id }: OfflinePerson): ReadHere[] {
  return reports.flatMap(({ personId, orderId, readAt, madeAt, state }) => {
    if (orderId === undefined || personId !== id || state === 'refused') return [];
    const at = readAt ?? madeAt;
    const words = `Read to the respondent on ${formatDateTime(at)} from this device: ${state === 'sent' ? 'sent' : 'it waits to be sent'}`;
    return [{ orderId, at, words }];
  });
}

/** The person with their orders as the service will have them once it has those readings: it decides in the end. */
export function withReadings(person: OfflinePerson, readings: readonly ReadHere[], now: Instant): OfflinePerson {
  return { ...person, orders: person.orders.map((order) => readings.reduce((state, reading) => after(state, reading, now), order)) };
}

function after(order: MadeOrder, { orderId, at }: ReadHere, now: Instant): MadeOrder {
  if (order.orderId !== orderId) return order;
  const then = momentOf(at);
  const read = toBeRead(order, then).map(({ plain }) => plain.versionId);
  const told = { place: '', by: '', identified: '', serviceId: () => `read-here-${at}` };
  try {
    const state = readOutOrder(order, { read, at: then, ...told }, momentOf(now)).reduce<OrderState>(
      (before, fact) => orderFacts.evolve(before, fact),
      order,
    );
    return state.is === 'unmade' ? order : state;
  } catch (error) {
    // Its copy knows of the service by now.
    if (error instanceof Refusal) return order;
    throw error;
  }
}
