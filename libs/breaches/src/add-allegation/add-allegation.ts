import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type Alleging, alleging, type AllegingRefusal } from '../domain/alleging.js';
import type { BreachState } from '../domain/breach.js';
import { maintained } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { reported } from '../domain/standing.js';

export type AddAllegationRefusal = AllegingRefusal | 'not-reported' | 'alleged-already';

/** One more condition, or the duty to notify, is said to be breached by the same incident. Contact that was only kept becomes a breach by it. */
export function addAllegation(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  said: Alleging,
  samePerson: readonly string[],
): BreachFact[] {
  const of = reported(breach);
  const { allegations, awarenessToShow } = alleging([said], ordersThen, breach.occurred, [breach.perpetratorId, ...samePerson]);
  const standing = maintained(breach);
  return allegations.map((allegation) => {
    const again = standing.some(
      (one) =>
        one.orderId === allegation.orderId &&
        one.conditionVersionId === allegation.conditionVersionId &&
        one.offenceCode === allegation.offenceCode,
    );
    if (again) throw refuse<AddAllegationRefusal>('alleged-already');
    const stillToShow = awarenessToShow && (standing.length === 0 || breach.awarenessToShow);
    return { type: 'AllegationAdded', data: { ...of, allegation, awarenessToShow: stillToShow } };
  });
}
