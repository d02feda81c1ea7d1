import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState, Determination, FiledApplication } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { isOrderInError } from '../domain/in-error.js';
import { inPlaceNow } from '../domain/in-its-place.js';
import { type Moment, passed } from '../domain/moments.js';
import { type MadeOrder, orders, type OrderState, type Over } from '../domain/order.js';
import { anOrder, type BeforeOpen, sinceOpen } from '../domain/required.js';

/** With what a full order was made: the application that it decided, where that is on record here, and the interim orders made in it. */
export interface MadeWith {
  readonly application: ApplicationState;
  readonly interims: readonly OrderState[];
}

/** Why a full order cannot have been made then. `before-interim`: an interim order of the same application is recorded as made later. */
export type CannotBeDecidedThen = BeforeOpen | 'before-interim';

export interface DecidedThen {
  readonly order: readonly OrderFact[];
  readonly application: readonly ApplicationFact[];
  readonly interims: readonly { readonly orderId: string; readonly facts: readonly OrderFact[] }[];
}

/** Ids and words of a correction. */
interface Why {
  readonly correctionId: string;
  readonly reason: string;
  readonly now: Instant;
}

/**
 * What goes with the correction of when a full order was made: its application was determined then, and an interim order of it ended then, whatever its
 * own date (SPA 2019 s.5). All three move together. `facts`: the correction. An order made on an appeal determined nothing.
 */
export function decidedThen(order: OrderState, facts: readonly OrderFact[], { application, interims }: MadeWith, why: Why): DecidedThen {
  const before = anOrder(order);
  const after = anOrder(folded(order, facts));
  const { made } = after;
  if (before.kind !== 'spo' || isSame(before.made, made)) return { order: facts, application: [], interims: [] };
  const granted = grantOf(application, before);
  const related = interims.filter((one): one is MadeOrder => one.is !== 'unmade' && !isOrderInError(one));
  if (granted) sinceOpen(granted.application, made);
  if (related.some((interim) => passed(interim.made, made) === 'no')) throw refuse<CannotBeDecidedThen>('before-interim');
  const moved = related.map((interim) => ({ interim, facts: endedThen(interim, before, made, granted !== null, why) }));
  const stand = moved.map((one) => folded(one.interim, one.facts));
  return {
    order: [...facts, ...inPlaceNow(after, stand, { correctionId: `${why.correctionId}:in-place`, reason: why.reason })],
    application: granted ? determinedAnew(granted, after, why) : [],
    interims: moved.flatMap(({ interim: { orderId }, facts: own }) => (own.length > 0 ? [{ orderId, facts: own }] : [])),
  };
}

interface Granted {
  readonly application: FiledApplication;
  readonly determination: Determination;
}

/** The application that was determined by making this order; null where there is none on record. */
function grantOf(application: ApplicationState, { orderId }: MadeOrder): Granted | null {
  if (application.is !== 'determined' || application.determination.orderId !== orderId) return null;
  return { application, determination: application.determination };
}

/** The determination as it was recorded was an error; it is recorded anew with nothing changed but its moment and its court. */
function determinedAnew(
  { application, determination }: Granted,
  { made, court }: MadeOrder,
  { correctionId, reason, now }: Why,
): ApplicationFact[] {
  const { applicationId, perpetratorId, force, protectedPersonIds } = application;
  const of = { applicationId, perpetratorId, force };
  const { outcome, contested, heard, hearingId, orderId, reason: because, otherForum, note } = determination;
  return [
    {
      type: 'DeterminationRecordedInError',
      data: { ...of, errorId: correctionId, was: determination.at.on, at: now },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) },
    },
    {
      type: 'ApplicationDetermined',
      data: { ...of, outcome, at: made, court, contested, heard, hearingId, orderId, reason: because, ...(otherForum && { otherForum }) },
      personal: note ? { note } : {},
    },
  ];
}

/** That the interim order ended with the making of the full one as it now is: moved where that is recorded, recorded where it stood by then. */
function endedThen(interim: MadeOrder, full: MadeOrder, made: Moment, isGranted: boolean, { correctionId, reason }: Why): OrderFact[] {
  const { orderId, perpetratorId, force, applicationId, protectedPersonIds } = interim;
  const ceased = interim.endings.find((over) => isCessationBy(over, full));
  if (ceased) {
    const unchanged = { court: null, made: null, end: null, respondentPresent: null } as const;
    return [
      {
        type: 'OrderCorrected',
        data: {
          orderId,
          perpetratorId,
          force,
          correctionId: `${correctionId}:${orderId}`,
          ...unchanged,
          ceased: { was: ceased.at, is: made },
        },
        personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) },
      },
    ];
  }
  if (!isGranted || inForceAt(interim, made).is === 'not-in-force') return [];
  return [{ type: 'InterimOrderCeased', data: { orderId, perpetratorId, force, applicationId, at: made, outcome: 'granted' } }];
}

/** Whether the making of the full order ended it, whether or not it had run out by then. */
function isCessationBy(over: Over, full: MadeOrder): boolean {
  if (over.because !== 'ceased') return false;
  if (over.applicationId === null) return over.fullOrderId === full.orderId;
  return over.applicationId === full.applicationId && over.outcome === 'granted' && isSame(over.at, full.made);
}

function folded(order: OrderState, facts: readonly OrderFact[]): OrderState {
  return facts.reduce((state, fact) => orders.evolve(state, fact), order);
}

function isSame(one: Moment, other: Moment): boolean {
  return one.on === other.on && one.at === other.at;
}
