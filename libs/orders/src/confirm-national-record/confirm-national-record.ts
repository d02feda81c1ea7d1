import type { LocalDate } from '#calendar';
import { personal } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { onRecord, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface Confirmation {
  readonly confirmationId: string;
  readonly state: 'created' | 'updated' | 'removed';
  readonly on: LocalDate;
  readonly reference: string;
}

export type CannotConfirm = NoOrder | BadMoment;

/** Somebody checked that the national record shows the order (or no longer does). The court's results do not do that by themselves. */
export function confirmNationalRecord(order: OrderState, { confirmationId, state, on, reference }: Confirmation, now: Moment): OrderFact[] {
  const made = onRecord(order);
  sinceMade(made, someTimeOn(on), now);
  if (made.nationalRecord.some((one) => one.state === state && one.on === on)) return [];
  const { orderId, perpetratorId, force } = made;
  return [
    {
      type: 'NationalRecordConfirmed',
      data: { orderId, perpetratorId, force, confirmationId, state, on },
      personal: { reference: personal([perpetratorId], reference.trim()) },
    },
  ];
}
