import { type Instant, isMinuteBefore } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import type { BreachState, Release, Remand } from '../domain/breach.js';
import { type ReasonRefusal, takenNoFurther } from '../domain/no-further-reason.js';
import { isCharged, isConcluded, isInCustody } from '../domain/progress.js';
import type { BreachFact, NfaReason } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface ReleaseDetails {
  readonly at: Instant;
  readonly how: Release | Remand['how'];
  /** Who decided it; required after a charge. */
  readonly by?: Remand['by'] | null;
  /** Why nothing further is done; required when he is released without further action. */
  readonly reason: NfaReason | null;
  readonly note: string | null;
  /** As for the decision itself. */
  readonly recordIsWrong?: boolean;
}

export type RecordReleaseRefusal =
  | StandingRefusal
  | 'in-the-future'
  | 'before-it-happened'
  | 'not-in-custody'
  | 'released-before-arrest'
  | 'remanded-before-charge'
  | 'not-after-a-charge'
  | 'not-charged-yet'
  | 'who-remanded'
  | 'remanded-already'
  | 'concluded'
  | 'reason-needed'
  | ReasonRefusal;

/**
 * He left custody, or after a charge was bailed or remanded, by the police or a court. Released without further action is two facts: that he left,
 * and the decision with its reason. `ordersThen`: those alleged against.
 */
export function recordRelease(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  { at, how, reason, ...why }: ReleaseDetails,
  now: Instant,
): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (isCharged(breach)) return [remanded(breach, at, how, why.by ?? null)];
  if (how === 'custody') throw refuse<RecordReleaseRefusal>('not-charged-yet');
  if (!isInCustody(breach)) throw refuse<RecordReleaseRefusal>('not-in-custody');
  const arrest = breach.steps.findLast((step) => step.is === 'arrest');
  if (arrest && isMinuteBefore(at, arrest.at)) throw refuse<RecordReleaseRefusal>('released-before-arrest');
  const released: BreachFact = { type: 'ReleasedFromCustody', data: { ...of, at, how } };
  if (how !== 'no-further-action') return [released];
  if (reason === null) throw refuse<RecordReleaseRefusal>('reason-needed');
  return [released, takenNoFurther(breach, ordersThen, { ...of, at }, { reason, ...why })];
}

/** After a charge nobody is released under investigation or without further action: a court, or the police at the charge, decide on bail. */
function remanded(breach: BreachState, at: Instant, how: ReleaseDetails['how'], by: Remand['by'] | null): BreachFact {
  if (isConcluded(breach)) throw refuse<RecordReleaseRefusal>('concluded');
  if (how === 'under-investigation' || how === 'no-further-action') throw refuse<RecordReleaseRefusal>('not-after-a-charge');
  if (by === null) throw refuse<RecordReleaseRefusal>('who-remanded');
  const charge = breach.steps.find(({ is }) => is === 'charge');
  if (charge?.is === 'charge' && isMinuteBefore(at, charge.at)) throw refuse<RecordReleaseRefusal>('remanded-before-charge');
  const same = breach.steps.some((step) => step.is === 'remand' && step.at === at && step.how === how && step.by === by);
  if (same) throw refuse<RecordReleaseRefusal>('remanded-already');
  return { type: 'RemandDecided', data: { ...alleged(breach), at, by, how } };
}
