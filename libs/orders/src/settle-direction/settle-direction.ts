import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import type { DirectionSettling, Hearing } from '../domain/hearings.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anApplication, anOrder, type NoApplication, type NoOrder, notAhead } from '../domain/required.js';

/** What became of something that a court directed. */
export interface Settlement {
  readonly directionId: string;
  readonly how: DirectionSettling;
  readonly on: LocalDate;
  /** Who did it, or who told that the court lifted it. */
  readonly by: string;
}

export type CannotSettleDirection =
  NoApplication | NoOrder | 'no-such-direction' | 'settled-already' | 'in-the-future' | 'before-filing' | 'before-made';

/** What the court directed in the application was done, or need not be done any more: until then it is to be done, also after its day. */
export function settleDirection(application: ApplicationState, settlement: Settlement, now: Moment): ApplicationFact[] {
  const { applicationId, perpetratorId, force, hearings, filedOn, protectedPersonIds, victimIds } = anApplication(application);
  const { directionId, how, on, by } = settlement;
  const hearingId = open(hearings, settlement, now);
  if (on < filedOn) throw refuse<CannotSettleDirection>('before-filing');
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  const data = { applicationId, perpetratorId, force, hearingId, directionId, how, on };
  return [{ type: 'DirectionSettled', data, personal: { by: personal(about, by.trim()) } }];
}

/** The same of what it directed about an order. */
export function settleOrderDirection(order: OrderState, settlement: Settlement, now: Moment): OrderFact[] {
  const { orderId, perpetratorId, force, hearings, made, protectedPersonIds } = anOrder(order);
  const { directionId, how, on, by } = settlement;
  const hearingId = open(hearings, settlement, now);
  if (on < made.on) throw refuse<CannotSettleDirection>('before-made');
  const data = { orderId, perpetratorId, force, hearingId, directionId, how, on };
  return [{ type: 'OrderDirectionSettled', data, personal: { by: personal([perpetratorId, ...protectedPersonIds], by.trim()) } }];
}

/** The hearing at which the direction was given that waits to be done. */
function open(hearings: readonly Hearing[], { directionId, on }: Settlement, now: Moment): string {
  const hearing = hearings.find(({ directions }) => directions.some((one) => one.directionId === directionId));
  const direction = hearing?.directions.find((one) => one.directionId === directionId);
  if (!hearing || !direction) throw refuse<CannotSettleDirection>('no-such-direction');
  if (direction.settled) throw refuse<CannotSettleDirection>('settled-already');
  notAhead(someTimeOn(on), now);
  return hearing.hearingId;
}
