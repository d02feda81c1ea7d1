import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { isOrderInError } from '../domain/in-error.js';
import { passed } from '../domain/moments.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { lastDecidedKey, lastDecidedOf, lastSentBack } from '../domain/refusal-appeals.js';
import { anApplication, type NoApplication } from '../domain/required.js';

export interface AppealError {
  readonly errorId: string;
  /** What is taken back, as `lastDecidedKey` names it. */
  readonly key: string;
  readonly reason: string;
}

/**
 * `no-such-entry`: something was recorded on it since, which is to be taken back first. `order-first`: the order made on the appeal is on record.
 * `interim-first`: an interim order made after the application was sent back is, which no court can have made while the refusal stood.
 */
export type CannotBeAppealInError = NoApplication | 'not-your-application' | 'no-such-entry' | 'order-first' | 'interim-first';

/**
 * Says that the appeal against the refusal, or the decision of it, was recorded in error: without the decision the appeal waits again, and a refusal
 * that it had set aside stands; without the appeal the refusal is as if nobody had appealed (SPA 2019 s.7). `made`: the order made on the appeal;
 * `interims`: the interim orders of the application.
 */
export function appealInError(
  application: ApplicationState,
  made: OrderState | null,
  interims: readonly OrderState[],
  { errorId, key, reason }: AppealError,
  who: { readonly force: string; readonly now: Instant },
): ApplicationFact[] {
  const filed = anApplication(application);
  if (filed.force !== who.force) throw refuse<CannotBeAppealInError>('not-your-application');
  const last = lastDecidedOf(filed);
  if (!last || last.is === 'determination' || lastDecidedKey(last) !== key) throw refuse<CannotBeAppealInError>('no-such-entry');
  if (made && !isOrderInError(made)) throw refuse<CannotBeAppealInError>('order-first');
  const sentBack = filed.is === 'pending' ? lastSentBack(filed) : null;
  if (sentBack && interims.some((interim) => isOnRecord(interim) && passed(sentBack, interim.made) !== 'no')) {
    throw refuse<CannotBeAppealInError>('interim-first');
  }
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const of = { applicationId, perpetratorId, force, errorId };
  return [
    {
      type: 'RefusalAppealRecordedInError',
      data: { ...of, appealId: last.appealId, what: last.is, was: last.on, at: who.now },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds, ...victimIds], reason.trim()) },
    },
  ];
}

function isOnRecord(order: OrderState): order is MadeOrder {
  return order.is !== 'unmade' && !isOrderInError(order);
}
