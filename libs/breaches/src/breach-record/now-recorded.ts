import { formatDate, formatDateTime } from '#calendar';
import type { MadeOrder, OrderState } from '#orders';
import { allegeable } from '../domain/allegeable.js';
import { bindingAt } from '../domain/binding.js';
import type { AllegationState } from '../domain/breach.js';
import type { Occurred } from '../domain/events.js';
import { momentInWords, whyNot, wordsAwaitedAt } from '../domain/standing-then.js';

/**
 * What follows for an allegation from what the record of its order says now: that the order, or the wording alleged, was not in force when it happened.
 * Or that a court had changed its words by then, and nobody recorded how. Null where it was, or may have been; and of the duty to notify, which is no wording. What ended the order later changes nothing.
 */
export function nowRecorded(
  { orderId, conditionVersionId }: Pick<AllegationState, 'orderId' | 'conditionVersionId'>,
  occurred: Occurred,
  orders: readonly OrderState[],
): string | null {
  const order = orders.find((one): one is MadeOrder => one.is !== 'unmade' && one.orderId === orderId);
  const [one] = order ? allegeable([order], occurred) : [];
  if (!order || !one || conditionVersionId === null) return null;
  const { until: on, at } = occurred;
  const when = at === null ? `on ${formatDate(on)}` : `on ${formatDateTime(at)}`;
  if (one.then.is === 'not-in-force') {
    return `As the order is recorded now, it was not in force ${when}: ${whyNot(order, one.then.because, { on, at })}.`;
  }
  const [changed] = wordsAwaitedAt(order, { on, at });
  if (changed)
    return `The order was changed on appeal ${momentInWords(changed)}, and its new words are not recorded: what is alleged may not be what it said.`;
  if (bindingAt(order, occurred).has(conditionVersionId)) return null;
  return `As the order is recorded now, these words of it were not in force ${when}.`;
}
