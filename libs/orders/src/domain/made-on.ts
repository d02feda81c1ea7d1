import { refuse } from '#event-sourcing';
import type { ApplicationState, FiledApplication } from './application.js';
import type { OrderFact, Origin } from './events.js';
import { isOrderInError } from './in-error.js';
import { inForceAt } from './in-force.js';
import type { OrderKind } from './kinds/index.js';
import { type End, type Moment, passed, reaches } from './moments.js';
import { type MadeOrder, orders, type OrderState, type OrderThatIsOver, type StandingOrder } from './order.js';

/** What of the recording force is open against the person, and what an order may therefore have decided. */
export interface OpenMatters {
  /** Its applications that wait for a court, and those that were decided: an interim order may be recorded late. */
  readonly applications: readonly ApplicationState[];
  /** Interim orders that were recorded without their application. */
  readonly interims: readonly OrderState[];
  /** Full orders that were: what an interim order ended with that is recorded late. */
  readonly fulls: readonly OrderState[];
}

export const nothingOpen: OpenMatters = { applications: [], interims: [], fulls: [] };

/** The order was made on an application that is not on record here, in which no other order that is was made. */
export const ANOTHER = 'another';

/** `which-application`: nobody said on which it was made. `record-on-application`: on one that waits here, where it is to be recorded. */
export type BadApplication = 'which-application' | 'record-on-application';

interface Recording {
  readonly kind: OrderKind;
  readonly origin: Origin;
  readonly force: string;
  readonly draft: { readonly made: Moment; readonly end: End };
  /** `ANOTHER`, the id of an application, or that of the interim or full order made in the same application. */
  readonly madeOn?: string | null;
}

/** The interim order of the same application, and whether it was still in force: then the other one stands in its place (SPA 2019 ss.5 and 9). */
export interface SameApplication {
  readonly interim: MadeOrder;
  readonly isReplaced: boolean;
}

/**
 * The interim order that was made in the application on which this order was; null where there is none. Only the force that applied gets an interim
 * order, so that those of others are left out. Refuses to guess where one may be in force or was said to have ended that day with a grant, where an
 * application is on record on which to record it, or where an interim order may have ended with a full one.
 */
export function interimDecidedWith(recording: Recording, open: OpenMatters): SameApplication | null {
  const { kind, force, draft, madeOn = null } = recording;
  if (!isOnApplication(recording)) return null;
  const waiting = open.applications.filter((one): one is FiledApplication => isOpenThen(one, recording));
  const alone: EndedWith = kind === 'spo' ? endedWith(open.interims, force, draft.made) : { asked: [], all: [] };
  if (waiting.some(({ applicationId }) => applicationId === madeOn)) throw refuse<BadApplication>('record-on-application');
  const chosen = alone.all.find(({ orderId }) => orderId === madeOn);
  if (chosen) return { interim: chosen, isReplaced: endsWith(chosen, draft.made) };
  const fulls = fullsAfter(recording, open);
  if (fulls.some(({ orderId }) => orderId === madeOn)) return null;
  const isOfNone = madeOn !== null && madeOn !== ANOTHER;
  const reached = fulls.filter(({ made }) => reaches(draft.end, made.on));
  if (isOfNone || (madeOn !== ANOTHER && waiting.length + alone.asked.length + reached.length > 0)) {
    throw refuse<BadApplication>('which-application');
  }
  return null;
}

/**
 * The interim order, recorded without its application, that was made in this one, which is granted with a full order at that moment; null where it is
 * said of none. `interim`: its id, or `ANOTHER`. Refuses to guess where one that was made since the filing may be in force then.
 */
export function interimGrantedWith(
  { force, filedOn }: FiledApplication,
  { made, interim = null }: { readonly made: Moment; readonly interim?: string | null },
  interims: readonly OrderState[],
): SameApplication | null {
  const since = interims.filter((one) => one.is !== 'unmade' && one.made.on >= filedOn);
  const alone = endedWith(since, force, made);
  const chosen = alone.all.find(({ orderId }) => orderId === interim);
  if (chosen) return { interim: chosen, isReplaced: endsWith(chosen, made) };
  if (interim === null ? alone.asked.length > 0 : interim !== ANOTHER) throw refuse<WhichInterim>('which-interim');
  return null;
}

/** Nobody said whether an interim order that is on record by itself was made in the application, or it cannot be the one that is named. */
export type WhichInterim = 'which-interim';

interface EndedWith {
  /** About which somebody has to say so: in force then, or said to have ended that day with a grant. */
  readonly asked: readonly MadeOrder[];
  /** About which somebody may: those that had run out, too. */
  readonly all: readonly MadeOrder[];
}

/** The interim orders, recorded without their application, that may have been decided with a full order made at that moment. */
function endedWith(interims: readonly OrderState[], force: string, made: Moment): EndedWith {
  const earlier = interims.filter((one): one is StandingOrder => isInterimAlone(one, force) && inForceAt(one, made).is !== 'not-in-force');
  const ranOut = interims.filter((one): one is StandingOrder => isInterimAlone(one, force) && endedBefore(one, made));
  const granted = interims.filter((one): one is OrderThatIsOver => isGrantedAlone(one, force) && passed(one.made, made) !== 'no');
  const thatDay = granted.filter(({ over }) => over.at.on === made.on);
  return { asked: [...earlier, ...thatDay], all: [...earlier, ...ranOut, ...granted] };
}

/** The full order with which an interim one ended that is recorded after it; null where it is said of none. */
export function fullDecidedWith(recording: Recording, open: OpenMatters): MadeOrder | null {
  return fullsAfter(recording, open).find(({ orderId }) => orderId === recording.madeOn) ?? null;
}

function isOnApplication({ kind, origin }: Recording): boolean {
  return (origin === 'application' || origin === 'appeal-remit') && (kind === 'spo' || kind === 'interim-spo');
}

/** Full orders that were recorded without their application, made after the interim order that is recorded now. */
function fullsAfter(recording: Recording, { fulls }: OpenMatters): readonly MadeOrder[] {
  const { kind, force, draft } = recording;
  if (kind !== 'interim-spo' || !isOnApplication(recording)) return [];
  return fulls.filter((one): one is MadeOrder => isFullAlone(one, force) && passed(draft.made, one.made) !== 'no');
}

/** Whether the application was open when the order was made: the last step of an interim order that is recorded late was its decision. */
function isOpenThen(application: ApplicationState, { kind, force, draft: { made } }: Recording): boolean {
  if (application.is !== 'pending' && application.is !== 'determined') return false;
  if (application.force !== force || application.filedOn > made.on) return false;
  return application.is === 'pending' || (kind === 'interim-spo' && passed(made, application.determination.at) !== 'no');
}

/** Whether the making of a full order then is what ends the interim one, which did not run out or end otherwise before. */
export function endsWith(interim: MadeOrder, at: Moment): boolean {
  const after = orders.evolve(interim, ceasedAlone(interim, { at, outcome: 'granted', fullOrderId: 'the full order' }));
  return after.is === 'over' && after.over.because === 'ceased' && after.over.fullOrderId === 'the full order';
}

function endedBefore(order: MadeOrder, made: Moment): boolean {
  const then = inForceAt(order, made);
  return then.is === 'not-in-force' && then.because === 'ended';
}

/** Whether it is an interim order of the force of which the application is not on record here, and that nothing ended but perhaps its last day. */
export function isInterimAlone(order: OrderState, force: string): order is StandingOrder {
  return order.is === 'standing' && order.kind === 'interim-spo' && order.applicationId === null && order.force === force;
}

/** Whether it is such an interim order of which it was said that its application was granted, and not with which order on record here. */
export function isGrantedAlone(order: OrderState, force: string): order is OrderThatIsOver {
  if (order.is !== 'over' || order.over.because !== 'ceased' || order.kind !== 'interim-spo' || order.force !== force) return false;
  const { applicationId, outcome, fullOrderId } = order.over;
  return order.applicationId === null && applicationId === null && outcome === 'granted' && fullOrderId === null;
}

/** Whether it is a full order of the force, made on an application that is not on record here. */
export function isFullAlone(order: OrderState, force: string): order is MadeOrder {
  if (order.is === 'unmade' || isOrderInError(order)) return false;
  const isOnOne = order.origin === 'application' || order.origin === 'appeal-remit';
  return order.kind === 'spo' && order.applicationId === null && order.force === force && isOnOne;
}

/** That its application, not on record here, was determined: with the making of this full order where that is known. */
export function ceasedAlone(
  { orderId, perpetratorId, force }: MadeOrder,
  { at, outcome, fullOrderId }: Pick<Extract<OrderFact, { type: 'InterimOrderCeased' }>['data'], 'at' | 'outcome' | 'fullOrderId'>,
): OrderFact {
  return { type: 'InterimOrderCeased', data: { orderId, perpetratorId, force, applicationId: null, at, outcome, fullOrderId } };
}
