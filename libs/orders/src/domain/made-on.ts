import { refuse } from '#event-sourcing';
import type { ApplicationState, FiledApplication } from './application.js';
import type { OrderDraft } from './draft.js';
import type { OrderFact, Origin } from './events.js';
import { inForceAt } from './in-force.js';
import type { OrderKind } from './kinds/index.js';
import type { Moment } from './moments.js';
import type { MadeOrder, OrderState, StandingOrder } from './order.js';

/** What of the recording force is open against the person, and what an order may therefore have decided. */
export interface OpenMatters {
  /** Its applications that wait for a court. */
  readonly applications: readonly ApplicationState[];
  /** Interim orders that were recorded without their application. */
  readonly interims: readonly OrderState[];
}

export const nothingOpen: OpenMatters = { applications: [], interims: [] };

/** The order was made on an application that is not on record here, in which no interim order that is was made. */
export const ANOTHER = 'another';

/** `which-application`: nobody said on which it was made. `record-on-application`: on one that waits here, where it is to be recorded. */
export type BadApplication = 'which-application' | 'record-on-application';

interface Recording {
  readonly kind: OrderKind;
  readonly origin: Origin;
  readonly force: string;
  readonly draft: Pick<OrderDraft, 'made'>;
  /** `ANOTHER`, the id of an application that waits, or that of an interim order made in the same application. */
  readonly madeOn?: string | null;
}

/** The interim order of the same application, and whether it was still in force: then the other one stands in its place (SPA 2019 ss.5 and 9). */
export interface SameApplication {
  readonly interim: MadeOrder;
  readonly isReplaced: boolean;
}

/**
 * The interim order that was made in the application on which this order was; null where there is none. Only the force that applied gets an interim
 * order, so that those of others are left out. Refuses to guess where one may be in force, or where an application waits on which to record it.
 */
export function interimDecidedWith({ kind, origin, force, draft, madeOn = null }: Recording, open: OpenMatters): SameApplication | null {
  const isOnApplication = origin === 'application' || origin === 'appeal-remit';
  if (!isOnApplication || (kind !== 'spo' && kind !== 'interim-spo')) return null;
  const waiting = open.applications.filter((one): one is FiledApplication => isWaiting(one, force, draft.made));
  const earlier = open.interims.filter(
    (one): one is StandingOrder => isInterimAlone(one, force) && inForceAt(one, draft.made).is !== 'not-in-force',
  );
  const ranOut = open.interims.filter((one): one is StandingOrder => isInterimAlone(one, force) && endedBefore(one, draft.made));
  const interims: readonly MadeOrder[] = kind === 'spo' ? earlier : [];
  if (waiting.some(({ applicationId }) => applicationId === madeOn)) throw refuse<BadApplication>('record-on-application');
  const chosen = kind === 'spo' ? [...earlier, ...ranOut].find(({ orderId }) => orderId === madeOn) : undefined;
  if (chosen) return { interim: chosen, isReplaced: interims.includes(chosen) };
  const isOfNone = madeOn !== null && madeOn !== ANOTHER;
  if (isOfNone || (madeOn !== ANOTHER && waiting.length + interims.length > 0)) throw refuse<BadApplication>('which-application');
  return null;
}

function isWaiting(application: ApplicationState, force: string, made: Moment): boolean {
  return application.is === 'pending' && application.force === force && application.filedOn <= made.on;
}

function endedBefore(order: MadeOrder, made: Moment): boolean {
  const then = inForceAt(order, made);
  return then.is === 'not-in-force' && then.because === 'ended';
}

/** Whether it is an interim order of the force of which the application is not on record here, and that nothing ended but perhaps its last day. */
export function isInterimAlone(order: OrderState, force: string): order is StandingOrder {
  return order.is === 'standing' && order.kind === 'interim-spo' && order.applicationId === null && order.force === force;
}

/** That its application, not on record here, was determined: with the making of this full order where that is known. */
export function ceasedAlone(
  { orderId, perpetratorId, force }: MadeOrder,
  { at, outcome, fullOrderId }: Pick<Extract<OrderFact, { type: 'InterimOrderCeased' }>['data'], 'at' | 'outcome' | 'fullOrderId'>,
): OrderFact {
  return { type: 'InterimOrderCeased', data: { orderId, perpetratorId, force, applicationId: null, at, outcome, fullOrderId } };
}
