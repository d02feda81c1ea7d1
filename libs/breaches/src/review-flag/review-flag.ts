import { personal, refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type Alleging, alleging, type AllegingRefusal } from '../domain/alleging.js';
import type { BreachState, FlagDecision } from '../domain/breach.js';
import { maintained, peopleOf } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { reported } from '../domain/standing.js';

/** What a person may decide. */
export type FlagChoice = Exclude<FlagDecision, 'links-changed'>;

export interface ReviewFlagDetails {
  readonly flagId: string;
  readonly decision: FlagChoice;
  readonly note: string;
  /** With `other-wording`: what is alleged from now on. */
  readonly instead: Alleging | null;
  /** The ids of the records linked as the same person. */
  readonly samePerson: readonly string[];
}

/** `not-alleged-yet`: nothing of that order is alleged; `wording-needed`: say which; `no-other-wording`: that condition was not alleged in words which may or may not have been in force. */
export type ReviewFlagRefusal =
  'not-reported' | 'no-such-flag' | 'reviewed-already' | 'not-alleged-yet' | 'wording-needed' | 'no-other-wording' | AllegingRefusal;

/**
 * A person looked at what changed under the report and decided. The report is not rewritten by it: another wording that may have been in
 * force is alleged in place of the one chosen first, which stays as withdrawn, with the reason.
 */
export function reviewFlag(breach: BreachState, ordersThen: readonly OrderState[], details: ReviewFlagDetails): BreachFact[] {
  const { flagId, decision, note } = details;
  const of = reported(breach);
  const flag = breach.flags.find((one) => one.flagId === flagId);
  if (!flag) throw refuse<ReviewFlagRefusal>('no-such-flag');
  if (flag.review !== null) throw refuse<ReviewFlagRefusal>('reviewed-already');
  const isAlleged = maintained(breach).some(({ orderId }) => orderId === flag.orderId);
  if (decision === 'alleged' && !(flag.because === 'in-force-after-all' && isAlleged)) throw refuse<ReviewFlagRefusal>('not-alleged-yet');
  const sealed = { note: personal(peopleOf(breach), note) };
  const reviewed: BreachFact = { type: 'FlagReviewed', data: { ...of, flagId, decision }, personal: sealed };
  return decision === 'other-wording' ? [reviewed, ...inOtherWords(breach, ordersThen, details, flag.orderId)] : [reviewed];
}

function inOtherWords(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  { instead, note, samePerson }: ReviewFlagDetails,
  orderId: string,
): BreachFact[] {
  const of = reported(breach);
  if (instead === null) throw refuse<ReviewFlagRefusal>('wording-needed');
  const found = alleging([instead], ordersThen, breach.occurred, [breach.perpetratorId, ...samePerson]);
  const [allegation] = found.uncertain;
  const standing = maintained(breach);
  const former = standing.find(
    (one) => one.orderId === orderId && one.orderId === allegation?.orderId && one.conditionId === allegation.conditionId,
  );
  if (!allegation || !former || former.conditionVersionId === allegation.conditionVersionId) {
    throw refuse<ReviewFlagRefusal>('no-other-wording');
  }
  const awarenessToShow = found.awarenessToShow && (standing.length === 1 || breach.awarenessToShow);
  return [
    { type: 'AllegationAdded', data: { ...of, allegation, awarenessToShow } },
    {
      type: 'AllegationWithdrawn',
      data: { ...of, allegationId: former.allegationId },
      personal: { reason: personal(peopleOf(breach), note) },
    },
  ];
}
