import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { appealedAs } from '../domain/appeals.js';
import { changesToAppeal } from '../domain/changes-to-appeal.js';
import type { OrderFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, type NoOrder, notAhead } from '../domain/required.js';

export interface AcceptedChange {
  /** The variation, renewal or discharge, as `appealedAs` names it. */
  readonly against: string;
  /** The day on which it was decided. */
  readonly on: LocalDate;
  readonly reason: string;
}

export type CannotAcceptChange = NoOrder | 'nothing-to-appeal' | 'in-the-future' | 'before-refusal' | 'appealed-already';

/**
 * The force does not appeal against what the respondent obtained of the court (SPA 2019 s.7). An appeal can be recorded all the same, should somebody
 * think again.
 */
export function acceptChange(order: OrderState, { against, on, reason }: AcceptedChange, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const change = changesToAppeal(made).find((one) => appealedAs(one.against) === against);
  if (!change) throw refuse<CannotAcceptChange>('nothing-to-appeal');
  if (change.state === 'appealed') throw refuse<CannotAcceptChange>('appealed-already');
  notAhead(someTimeOn(on), now);
  if (on < change.on) throw refuse<CannotAcceptChange>('before-refusal');
  if (change.state === 'accepted') return [];
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  return [
    {
      type: 'ChangeAccepted',
      data: { orderId, perpetratorId, force, against, on },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) },
    },
  ];
}
