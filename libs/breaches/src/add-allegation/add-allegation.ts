import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type Alleging, alleging, type AllegingRefusal, flagsOf } from '../domain/alleging.js';
import type { BreachState } from '../domain/breach.js';
import { maintained } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertProtecting, type ProtectsRefusal } from '../domain/protects-none.js';
import { reported } from '../domain/standing.js';

export type AddAllegationRefusal = AllegingRefusal | ProtectsRefusal | 'not-reported' | 'alleged-already';

/** What was asked of it and answered: that the record is wrong; which orders were breached though they protect none of the people named. */
export interface Confirmed {
  readonly recordIsWrong?: boolean;
  readonly evenSo?: readonly string[];
}

/** One more condition, or the duty to notify, is said to be breached by the same incident. Contact that was only kept becomes a breach by it. */
export function addAllegation(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  said: Alleging,
  samePerson: readonly string[],
  now: Instant,
  { recordIsWrong = false, evenSo = [] }: Confirmed = {},
): BreachFact[] {
  const of = reported(breach);
  const alleged = alleging([said], ordersThen, breach.occurred, [breach.perpetratorId, ...samePerson], recordIsWrong);
  assertProtecting([said], ordersThen, breach.protectedPersonIds, evenSo);
  const { allegations, awarenessToShow, uncertain } = alleged;
  const standing = maintained(breach);
  const added = allegations.map((allegation): BreachFact => {
    const again = standing.some(
      (one) =>
        one.orderId === allegation.orderId &&
        one.conditionVersionId === allegation.conditionVersionId &&
        one.offenceCode === allegation.offenceCode,
    );
    if (again) throw refuse<AddAllegationRefusal>('alleged-already');
    const inOtherWords = standing.some((one) => one.orderId === allegation.orderId && one.conditionId === allegation.conditionId);
    if (uncertain.includes(allegation) && inOtherWords) throw refuse<AddAllegationRefusal>('two-wordings');
    const stillToShow = awarenessToShow && (standing.length === 0 || breach.awarenessToShow);
    return { type: 'AllegationAdded', data: { ...of, allegation, awarenessToShow: stillToShow } };
  });
  return [...added, ...flagsOf(of, alleged, now)];
}
