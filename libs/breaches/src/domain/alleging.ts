import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { allegeable, isShown, type OrderWhenItHappened, type Precision } from './allegeable.js';
import type { Allegation, Occurred } from './events.js';
import { notificationOffence } from './notification-offences.js';

/** What is said to be breached: a condition in the wording that was shown, or the duty to notify by its offence code. */
export interface Alleging {
  readonly allegationId: string;
  readonly orderId: string;
  readonly breached:
    | { readonly is: 'condition'; readonly conditionId: string; readonly versionId: string }
    | { readonly is: 'notification'; readonly offenceCode: string };
}

/**
 * `time-needed`: the day is one on which something changed, say the hour; `day-needed`: something changed within the range of days;
 * `order-time-needed`: the order's own record lacks the time; `wording-came-later` and `wording-was-replaced`: the condition was in force in
 * other words; `not-in-force`: the order, or the condition in it, bound nobody then.
 */
export type AllegingRefusal =
  | 'nothing-alleged'
  | 'alleged-twice'
  | 'order-not-known'
  | 'condition-not-known'
  | 'not-in-force'
  | 'wording-came-later'
  | 'wording-was-replaced'
  | 'time-needed'
  | 'day-needed'
  | 'order-time-needed'
  | 'no-duty-to-notify';

export interface Alleged {
  readonly allegations: readonly Allegation[];
  /** No order alleged against was shown to be known to him when it happened. */
  readonly awarenessToShow: boolean;
}

/**
 * The allegations as they are stored: each pins the wording in force when it happened and carries the offence of that day. `perpetratorIds`
 * are the records of the same person. Refuses whatever was not in force then.
 */
export function alleging(
  said: readonly Alleging[],
  orders: readonly OrderState[],
  occurred: Occurred,
  perpetratorIds: readonly string[],
): Alleged {
  if (said.length === 0) throw refuse<AllegingRefusal>('nothing-alleged');
  const then = allegeable(orders, occurred);
  const checked = said.map((one) => alleged(one, then, perpetratorIds));
  const keys = checked.map(
    ({ allegation: { orderId, conditionVersionId, offenceCode } }) => `${orderId}|${conditionVersionId ?? offenceCode}`,
  );
  if (new Set(keys).size < keys.length) throw refuse<AllegingRefusal>('alleged-twice');
  return { allegations: checked.map(({ allegation }) => allegation), awarenessToShow: !checked.some(({ known }) => known) };
}

function alleged(
  said: Alleging,
  then: readonly OrderWhenItHappened[],
  perpetratorIds: readonly string[],
): { allegation: Allegation; known: boolean } {
  const { allegationId, orderId, breached } = said;
  const found = then.find(({ order }) => order.orderId === orderId);
  // An order against somebody else is refused as one that is not recorded: the answer must not tell of a record the reader may not know of.
  if (!found || !perpetratorIds.includes(found.order.perpetratorId)) throw refuse<AllegingRefusal>('order-not-known', { orderId });
  if (breached.is === 'notification') {
    const offence = notificationOffence(breached.offenceCode);
    if (!offence || found.notification.length === 0) throw refuse<AllegingRefusal>('no-duty-to-notify', { orderId });
    if (found.then.is === 'not-in-force') throw refuse<AllegingRefusal>('not-in-force', { orderId });
    if (found.then.is === 'time-needed') throw precisionNeeded(found.then.what, { orderId });
    return {
      allegation: { allegationId, orderId, conditionId: null, conditionVersionId: null, offenceCode: offence.code },
      known: isShown(found.knowledge),
    };
  }
  const { conditionId, versionId } = breached;
  const knowledge = inForceAs(found, conditionId, versionId);
  return {
    allegation: { allegationId, orderId, conditionId, conditionVersionId: versionId, offenceCode: found.breach.offenceCode },
    known: isShown(knowledge),
  };
}

/** What shows that he knew of this wording, or the refusal when it was not the wording in force. */
function inForceAs({ order, conditions }: OrderWhenItHappened, conditionId: string, versionId: string) {
  const at = { orderId: order.orderId, conditionId };
  const versions = order.conditions.find((condition) => condition.conditionId === conditionId)?.versions ?? [];
  const then = conditions.find((condition) => condition.conditionId === conditionId)?.then;
  const place = versions.findIndex((version) => version.plain.versionId === versionId);
  if (!then || place < 0) throw refuse<AllegingRefusal>('condition-not-known', at);
  if (then.is === 'time-needed') throw precisionNeeded(then.what, at);
  if (then.is === 'in-force') {
    if (then.version.plain.versionId === versionId) return then.knowledge;
    const inForce = versions.findIndex((version) => version.plain.versionId === then.version.plain.versionId);
    throw refuse<AllegingRefusal>(place > inForce ? 'wording-came-later' : 'wording-was-replaced', at);
  }
  throw refuse<AllegingRefusal>(then.because === 'not-yet-added' ? 'wording-came-later' : 'not-in-force', at);
}

function precisionNeeded(what: Precision, at: Readonly<Record<string, string>>) {
  switch (what) {
    case 'hour':
      return refuse<AllegingRefusal>('time-needed', at);
    case 'day':
      return refuse<AllegingRefusal>('day-needed', at);
    case 'order-time':
      return refuse<AllegingRefusal>('order-time-needed', at);
  }
}
