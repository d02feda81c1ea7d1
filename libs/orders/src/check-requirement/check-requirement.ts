import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { checkedAs, type Occasion, occasionOn, type RequirementResult, unansweredBetween } from '../domain/requirement-checks.js';
import { anOrder, type NoOrder } from '../domain/required.js';

/** One day, or all up to `to` of which nothing is recorded. */
export interface AnsweredOccasion {
  readonly versionId: string;
  readonly day: LocalDate;
  readonly to?: LocalDate;
}

export interface RequirementAnswer {
  readonly occasions: readonly AnsweredOccasion[];
  readonly result: RequirementResult;
  readonly note: string | null;
}

/** `not-yet`: the day has not come. That something was done before its last day can be said at once. */
export type CannotCheckRequirement = NoOrder | 'no-such-occasion' | 'not-yet' | 'note-needed';

/** Somebody says of occasions of requirements that each was met, missed, or missed with a reason that is accepted. One fact for each requirement. */
export function checkRequirement(
  order: OrderState,
  { occasions, result, note }: RequirementAnswer,
  now: Moment,
  newId: (of: string) => string,
): OrderFact[] {
  const made = anOrder(order);
  if (result === 'excused' && !note?.trim()) throw refuse<CannotCheckRequirement>('note-needed');
  const found = occasions.flatMap(({ versionId, day, to }): readonly Occasion[] => {
    if (to !== undefined) {
      if (to > now.on) throw refuse<CannotCheckRequirement>('not-yet');
      return unansweredBetween(made, versionId, day, to);
    }
    const occasion = occasionOn(made, versionId, day);
    if (!occasion) throw refuse<CannotCheckRequirement>('no-such-occasion');
    if (day > now.on && (result !== 'met' || occasion.is !== 'by-day')) throw refuse<CannotCheckRequirement>('not-yet');
    return [occasion];
  });
  const news = found.filter(({ versionId, day }) => checkedAs(made, versionId, day) !== result);
  const { orderId, perpetratorId, force } = made;
  return [...new Set(news.map(({ versionId }) => versionId))].flatMap((one): OrderFact[] => {
    const of = news.filter(({ versionId }) => versionId === one);
    const [first] = of;
    if (!first) return [];
    const days = [...new Set(of.map(({ day }) => day))].toSorted();
    return [
      {
        type: 'RequirementChecked',
        data: {
          orderId,
          perpetratorId,
          force,
          checkId: newId(`check ${one}`),
          conditionId: first.conditionId,
          versionId: first.versionId,
          days,
          result,
        },
        personal: note?.trim() ? { note: personal([perpetratorId, ...made.protectedPersonIds], note.trim()) } : {},
      },
    ];
  });
}
