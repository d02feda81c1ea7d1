import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface DetailsChange {
  readonly changeId: string;
  readonly of: 'name' | 'address';
  readonly on: LocalDate;
}

export type CannotLearnChange = NoOrder | BadMoment | 'no-duty';

/** We learn that the respondent uses a new name or moved on that day: a duty to notify begins with it (SPA 2019 s.9). */
export function learnDetailsChange(order: OrderState, { changeId, of, on }: DetailsChange, now: Moment): OrderFact[] {
  const made = anOrder(order);
  if (kindRule(made.kind).notificationDuty === null) throw refuse<CannotLearnChange>('no-duty');
  sinceMade(made, someTimeOn(on), now);
  if (made.detailsChanges.some((change) => change.of === of && change.on === on)) return [];
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'DetailsChangeLearned', data: { orderId, perpetratorId, force, changeId, of, on } }];
}
