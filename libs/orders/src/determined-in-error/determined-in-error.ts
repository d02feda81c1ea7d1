import { personal, refuse } from '#event-sourcing';
import type { Instant } from '#calendar';
import type { ApplicationState, Determination } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import { isOrderInError } from '../domain/in-error.js';
import type { OrderState, Over } from '../domain/order.js';
import { anApplication, type NoApplication } from '../domain/required.js';

export interface DeterminationError {
  readonly errorId: string;
  readonly reason: string;
}

/** `order-first`: the order that it granted is still on record. `appealed`: an appeal against the refusal is on record. */
export type CannotBeDeterminedInError = NoApplication | 'not-your-application' | 'not-determined' | 'order-first' | 'appealed';

/** The order that the application granted, as it stands; `going`: it is said to be in error in the same breath. */
export type Granted = OrderState | { readonly is: 'going'; readonly orderId: string };

export interface Undetermined {
  readonly application: ApplicationFact[];
  /** For each interim order that ceased with it, that it had not. */
  readonly interims: readonly { readonly orderId: string; readonly facts: OrderFact[] }[];
}

/**
 * Says that the determination was recorded in error: the application waits again, and an interim order that ceased with it (SPA 2019 s.5) is in force
 * as its own dates say. Only the force that applied may; an order that it granted is to be said to be in error first.
 */
export function determinedInError(
  application: ApplicationState,
  granted: Granted | null,
  interims: readonly OrderState[],
  { errorId, reason }: DeterminationError,
  who: { readonly force: string; readonly now: Instant },
): Undetermined {
  const filed = anApplication(application);
  if (filed.force !== who.force) throw refuse<CannotBeDeterminedInError>('not-your-application');
  if (filed.is !== 'determined') throw refuse<CannotBeDeterminedInError>('not-determined');
  if (filed.appeals.some(({ determined }) => determined?.result !== 'remitted')) throw refuse<CannotBeDeterminedInError>('appealed');
  const { orderId } = filed.determination;
  if (orderId !== null && !(granted && isGone(granted, orderId))) throw refuse<CannotBeDeterminedInError>('order-first');
  const { applicationId, perpetratorId, force, protectedPersonIds, determination } = filed;
  const error = { errorId, was: determination.at.on, at: who.now };
  const words = (about: readonly string[]) => ({ reason: personal([perpetratorId, ...about], reason.trim()) });
  return {
    application: [
      {
        type: 'DeterminationRecordedInError',
        data: { applicationId, perpetratorId, force, ...error },
        personal: words(protectedPersonIds),
      },
    ],
    interims: interims.flatMap((interim) => {
      if (interim.is === 'unmade' || !interim.endings.some((over) => isOf(determination, over))) return [];
      const { orderId: interimId } = interim;
      const data = { orderId: interimId, perpetratorId, force: interim.force, ...error, entry: { is: 'cessation', id: null } } as const;
      return [{ orderId: interimId, facts: [{ type: 'EntryRecordedInError', data, personal: words(interim.protectedPersonIds) }] }];
    }),
  };
}

function isGone(granted: Granted, orderId: string): boolean {
  if (granted.is === 'unmade' || granted.orderId !== orderId) return false;
  return granted.is === 'going' || isOrderInError(granted);
}

/** Whether the interim order ceased with this determination, not with an earlier one that a court set aside. */
function isOf({ at, outcome }: Determination, over: Over): boolean {
  return over.because === 'ceased' && over.outcome === outcome && over.at.on === at.on && over.at.at === at.at;
}
