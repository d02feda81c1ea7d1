import { personal, refuse } from '#event-sourcing';
import { versionWithId } from '../domain/conditions.js';
import { checkedConditions, plainOf, saysTheSame, sealedWords, type BadCondition, type DraftCondition } from '../domain/draft.js';
import type { OrderFact } from '../domain/events.js';
import { latestEnd, type OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';

export type CannotCorrectCondition = NoOrder | 'not-your-order' | 'no-such-condition' | 'same-words' | BadCondition;

/**
 * Puts right the words of one version of a condition that were keyed other than the court wrote them. The version keeps its id and its
 * dates; breaches pinned to it are flagged for a person to look at.
 */
export function correctCondition(
  order: OrderState,
  { correctionId, draft, reason }: { readonly correctionId: string; readonly draft: DraftCondition; readonly reason: string },
  who: { readonly force: string },
): OrderFact[] {
  const made = anOrder(order);
  if (made.force !== who.force) throw refuse<CannotCorrectCondition>('not-your-order');
  const version = versionWithId(made, draft.versionId);
  if (version?.plain.conditionId !== draft.conditionId) throw refuse<CannotCorrectCondition>('no-such-condition');
  checkedConditions(made.kind, { made: made.made.on, end: latestEnd(made) }, [draft], made.protectedPersonIds);
  if (saysTheSame(version, draft)) throw refuse<CannotCorrectCondition>('same-words');
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  return [
    {
      type: 'ConditionCorrected',
      data: { orderId, perpetratorId, force, correctionId, version: plainOf(draft) },
      personal: {
        ...sealedWords([draft], { perpetratorId, protectedPersonIds }),
        reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()),
      },
    },
  ];
}
