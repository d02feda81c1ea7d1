import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Knowledge, OrderState } from '#orders';
import { allegeable, isShown, type OrderWhenItHappened, type Precision } from './allegeable.js';
import type { Allegation, BreachFact, FlagReason, Occurred, OfBreach } from './events.js';
import { wordsAwaitedAt } from './standing-then.js';

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
 * `order-time-needed`: the order's own record lacks the time, and it is not a wording that is alleged; `two-wordings`: of one condition only
 * one wording can have been in force; `wording-came-later` and `wording-was-replaced`: the condition was in force in
 * other words; `not-in-force`: the order, or the condition in it, bound nobody then;
 * `duty-was-met`: the record shows that no such duty to notify ran out, and nobody says that the record is wrong.
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
  | 'two-wordings'
  | 'no-duty-to-notify'
  | 'duty-was-met';

export interface Alleged {
  readonly allegations: readonly Allegation[];
  /** No order alleged against was shown to be known to him when it happened. */
  readonly awarenessToShow: boolean;
  /** Those of which it is not certain that their wording was in force: which came first, a change or what happened, nobody knows. */
  readonly uncertain: readonly Allegation[];
  /** Failures to notify of which the record shows that there was none. */
  readonly againstRecord: readonly Allegation[];
  /** Under words that a court had changed by then on an appeal, and that are not recorded. */
  readonly wordsAwaited: readonly Allegation[];
}

/**
 * The allegations as they are stored: each pins the wording in force when it happened and carries the offence of that day. `perpetratorIds`
 * are the records of the same person. `recordIsWrong`: a failure to notify is alleged although the record shows none. Refuses whatever was
 * not in force then.
 */
export function alleging(
  said: readonly Alleging[],
  orders: readonly OrderState[],
  occurred: Occurred,
  perpetratorIds: readonly string[],
  recordIsWrong = false,
): Alleged {
  if (said.length === 0) throw refuse<AllegingRefusal>('nothing-alleged');
  const then = allegeable(orders, occurred);
  const checked = said.map((one) => alleged(one, then, perpetratorIds));
  const met = checked.find(({ wasMet }) => wasMet);
  if (met && !recordIsWrong) throw refuse<AllegingRefusal>('duty-was-met', { orderId: met.allegation.orderId });
  const keys = checked.map(
    ({ allegation: { orderId, conditionVersionId, offenceCode } }) => `${orderId}|${conditionVersionId ?? offenceCode}`,
  );
  if (new Set(keys).size < keys.length) throw refuse<AllegingRefusal>('alleged-twice');
  const conditions = checked.flatMap(({ allegation: { orderId, conditionId } }) =>
    conditionId === null ? [] : [`${orderId}|${conditionId}`],
  );
  if (new Set(conditions).size < conditions.length) throw refuse<AllegingRefusal>('two-wordings');
  return {
    allegations: checked.map(({ allegation }) => allegation),
    awarenessToShow: !checked.some(({ known }) => known),
    uncertain: checked.flatMap(({ allegation, certain }) => (certain ? [] : [allegation])),
    againstRecord: checked.flatMap(({ allegation, wasMet }) => (wasMet ? [allegation] : [])),
    wordsAwaited: checked.flatMap(({ allegation }) => (awaitsWords(allegation, then, occurred) ? [allegation] : [])),
  };
}

/**
 * The flags that bring before a person what was chosen and not found, one for each order: a wording of which nobody knows whether it was in
 * force, a failure to notify against what the record shows, or words that a court had changed by then on an appeal and that are not recorded. A flag has
 * the id of the first such allegation.
 */
export function flagsOf(of: OfBreach, { uncertain, againstRecord, wordsAwaited }: Alleged, at: Instant): BreachFact[] {
  const doubted = againstRecord.filter((allegation) => !uncertain.includes(allegation));
  const awaiting = wordsAwaited.filter((allegation) => !uncertain.includes(allegation));
  return [
    ...flags(of, uncertain, 'wording-uncertain', at),
    ...flags(of, doubted, 'against-the-record', at),
    ...flags(of, awaiting, 'words-awaited', at),
  ];
}

/** The duty to notify has no words that a court could change. */
function awaitsWords({ orderId, conditionId }: Allegation, then: readonly OrderWhenItHappened[], { until: on, at }: Occurred): boolean {
  const order = then.find((one) => one.order.orderId === orderId)?.order;
  return conditionId !== null && order !== undefined && wordsAwaitedAt(order, { on, at }).length > 0;
}

function flags(of: OfBreach, chosen: readonly Allegation[], because: FlagReason, at: Instant): BreachFact[] {
  const first = chosen.filter((one, nth) => chosen.findIndex(({ orderId }) => orderId === one.orderId) === nth);
  return first.map(({ allegationId, orderId }) => ({ type: 'ReviewFlagged', data: { ...of, flagId: allegationId, because, orderId, at } }));
}

function alleged(
  said: Alleging,
  then: readonly OrderWhenItHappened[],
  perpetratorIds: readonly string[],
): { allegation: Allegation; known: boolean; certain: boolean; wasMet: boolean } {
  const { allegationId, orderId, breached } = said;
  const found = then.find(({ order }) => order.orderId === orderId);
  // An order against somebody else is refused as one that is not recorded: the answer must not tell of a record the reader may not know of.
  if (!found || !perpetratorIds.includes(found.order.perpetratorId)) throw refuse<AllegingRefusal>('order-not-known', { orderId });
  if (breached.is === 'notification') {
    const offence = found.notification.find(({ code }) => code === breached.offenceCode);
    if (!offence) throw refuse<AllegingRefusal>('no-duty-to-notify', { orderId });
    if (found.then.is === 'not-in-force') throw refuse<AllegingRefusal>('not-in-force', { orderId });
    if (found.then.is === 'time-needed') throw precisionNeeded(found.then.what, { orderId });
    return {
      allegation: { allegationId, orderId, conditionId: null, conditionVersionId: null, offenceCode: offence.code },
      known: isShown(found.knowledge),
      certain: found.then.is === 'in-force',
      wasMet: offence.wasMet,
    };
  }
  const { conditionId, versionId } = breached;
  const { knowledge, certain } = inForceAs(found, conditionId, versionId);
  return {
    allegation: { allegationId, orderId, conditionId, conditionVersionId: versionId, offenceCode: found.breach.offenceCode },
    known: isShown(knowledge),
    certain,
    wasMet: false,
  };
}

/** What shows that he knew of this wording, or the refusal when it was not, and cannot have been, the wording in force. */
function inForceAs(
  { order, conditions }: OrderWhenItHappened,
  conditionId: string,
  versionId: string,
): { readonly knowledge: Knowledge; readonly certain: boolean } {
  const at = { orderId: order.orderId, conditionId };
  const versions = order.conditions.find((condition) => condition.conditionId === conditionId)?.versions ?? [];
  const then = conditions.find((condition) => condition.conditionId === conditionId)?.then;
  const place = versions.findIndex((version) => version.plain.versionId === versionId);
  if (!then || place < 0) throw refuse<AllegingRefusal>('condition-not-known', at);
  if (then.is === 'time-needed') throw precisionNeeded(then.what, at);
  if (then.is === 'in-force') {
    if (then.version.plain.versionId === versionId) return { knowledge: then.knowledge, certain: true };
    const inForce = versions.findIndex((version) => version.plain.versionId === then.version.plain.versionId);
    throw refuse<AllegingRefusal>(place > inForce ? 'wording-came-later' : 'wording-was-replaced', at);
  }
  if (then.is === 'uncertain') {
    const chosen = then.options.find(({ version }) => version.plain.versionId === versionId);
    if (chosen) return { knowledge: chosen.knowledge, certain: false };
    const latest = Math.max(...then.options.map(({ version }) => versions.indexOf(version)));
    throw refuse<AllegingRefusal>(place > latest ? 'wording-came-later' : 'wording-was-replaced', at);
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
