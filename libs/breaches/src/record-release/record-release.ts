import { type Instant, isMinuteBefore } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import type { BreachState, Release } from '../domain/breach.js';
import { type ReasonRefusal, takenNoFurther } from '../domain/no-further-reason.js';
import { isInCustody } from '../domain/progress.js';
import type { BreachFact, NfaReason } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface ReleaseDetails {
  readonly at: Instant;
  readonly how: Release;
  /** Why nothing further is done; required when he is released without further action. */
  readonly reason: NfaReason | null;
  readonly note: string | null;
  /** As for the decision itself. */
  readonly recordIsWrong?: boolean;
}

export type RecordReleaseRefusal =
  StandingRefusal | 'in-the-future' | 'before-it-happened' | 'not-in-custody' | 'released-before-arrest' | 'reason-needed' | ReasonRefusal;

/** He left custody. Released without further action is two facts: that he left, and the decision with its reason. `ordersThen`: those alleged against. */
export function recordRelease(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  { at, how, reason, ...why }: ReleaseDetails,
  now: Instant,
): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  if (!isInCustody(breach)) throw refuse<RecordReleaseRefusal>('not-in-custody');
  const arrest = breach.steps.findLast((step) => step.is === 'arrest');
  if (arrest && isMinuteBefore(at, arrest.at)) throw refuse<RecordReleaseRefusal>('released-before-arrest');
  const released: BreachFact = { type: 'ReleasedFromCustody', data: { ...of, at, how } };
  if (how !== 'no-further-action') return [released];
  if (reason === null) throw refuse<RecordReleaseRefusal>('reason-needed');
  return [released, takenNoFurther(breach, ordersThen, { ...of, at }, { reason, ...why })];
}
