import { refuse } from '#event-sourcing';
import type { FiledApplication, ApplicationState } from './application.js';
import type { Served } from './events.js';
import { byMoment, passed, type Moment } from './moments.js';
import { lastSentBack } from './refusal-appeals.js';
import { isOrderInError } from './in-error.js';
import type { MadeOrder, OrderState } from './order.js';

// What almost every decision asks first.

/** `order-in-error`: it should never have been on record, so nothing more is recorded on it. */
export type NoOrder = 'no-such-order' | 'order-in-error';
/** `application-in-error`: it should never have been on record, so nothing more is recorded on it. */
export type NoApplication = 'no-such-application' | 'application-in-error';
/** `before-remitted`: before a court sent the application back to be heard again. */
export type BeforeOpen = 'before-filing' | 'before-remitted';
export type BadMoment = 'in-the-future' | 'before-made';
export type NoDocument = 'no-such-variation';

/** The order. Refuses with `no-such-order` when it was never made, with `order-in-error` when it should never have been on record. */
export function anOrder(order: OrderState): MadeOrder {
  const made = onRecord(order);
  if (isOrderInError(made)) throw refuse<NoOrder>('order-in-error');
  return made;
}

/** The same, also of one that should never have been on record. */
export function onRecord(order: OrderState): MadeOrder {
  if (order.is === 'unmade') throw refuse<NoOrder>('no-such-order');
  return order;
}

/** The application. Refuses with `no-such-application` when it was never filed, with `application-in-error` when it should never have been on record. */
export function anApplication(application: ApplicationState): Exclude<FiledApplication, { is: 'in-error' }> {
  if (application.is === 'not-filed') throw refuse<NoApplication>('no-such-application');
  if (application.is === 'in-error') throw refuse<NoApplication>('application-in-error');
  return application;
}

/** Refuses what a court cannot have done in the application yet: before it was filed, or before it was sent back after a refusal. */
export function sinceOpen(filed: FiledApplication, moment: Moment): void {
  if (moment.on < filed.filedOn) throw refuse<BeforeOpen>('before-filing');
  const sentBack = lastSentBack(filed);
  if (sentBack && passed(sentBack, moment) === 'no') throw refuse<BeforeOpen>('before-remitted');
}

/** Refuses with `in-the-future` what cannot have happened yet. */
export function notAhead(moment: Moment, now: Moment): void {
  if (passed(moment, now) === 'no') throw refuse<'in-the-future'>('in-the-future');
}

/** Refuses a moment before the order was made, or one that is still to come. */
export function sinceMade(order: MadeOrder, moment: Moment, now: Moment): void {
  notAhead(moment, now);
  if (passed(order.made, moment) === 'no') throw refuse<'before-made'>('before-made');
}

/**
 * Refuses a moment before that of the document: the order itself or one variation of it. A variation is there to be served from its decision on,
 * where that is on record or its effect is still to come.
 */
export function sinceDocument(order: MadeOrder, document: Served, moment: Moment, now: Moment): void {
  sinceMade(order, moment, now);
  if (document === 'order') return;
  const variation = order.variations.find((one) => one.variationId === document.variationId);
  if (!variation) throw refuse<NoDocument>('no-such-variation');
  const decided = order.proposals.find(({ proposalId }) => proposalId === variation.variationId)?.decided?.at;
  const from = decided ?? (passed(variation.effective, now) === 'no' ? order.made : variation.effective);
  if (passed(from, moment) === 'no') throw refuse<'before-made'>('before-made');
}

/** Whether the order was ended (not by its last day) before `moment`. */
export function overBefore(order: MadeOrder, moment: Moment): boolean {
  return order.is === 'over' && byMoment(order.over.at, moment) < 0;
}
