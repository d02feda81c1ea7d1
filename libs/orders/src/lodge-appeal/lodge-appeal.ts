import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { appealableNamed, appealedAs } from '../domain/appeals.js';
import type { Applicant, OrderFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface AppealDetails {
  readonly appealId: string;
  readonly on: LocalDate;
  readonly by: Applicant;
  /** The decision that is appealed, as `appealedAs` names it. */
  readonly against: string;
}

export type CannotLodgeAppeal = NoOrder | BadMoment | 'no-standing' | 'no-such-decision' | 'before-decision' | 'appealed-already';

/** A decision about the order was appealed by somebody who may appeal it: SPA 2019 s.7 and the like. The order stays as it is until the appeal is decided. */
export function lodgeAppeal(order: OrderState, { appealId, on, by, against: name }: AppealDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  sinceMade(made, someTimeOn(on), now);
  const appealed = appealableNamed(made, name);
  if (!appealed) throw refuse<CannotLodgeAppeal>('no-such-decision');
  const { against } = appealed;
  if (!appealed.by.includes(by)) throw refuse<CannotLodgeAppeal>('no-standing');
  if (appealed.at && on < appealed.at.on) throw refuse<CannotLodgeAppeal>('before-decision');
  const same = made.appeals.filter((appeal) => appeal.by === by && appeal.against && appealedAs(appeal.against) === name);
  if (same.some((appeal) => appeal.on === on)) return [];
  if (same.some((appeal) => appeal.determined === null)) throw refuse<CannotLodgeAppeal>('appealed-already');
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'AppealLodged', data: { orderId, perpetratorId, force, appealId, on, by, against } }];
}
