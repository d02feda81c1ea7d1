import { formatDate, formatDateTime } from '#calendar';
import { type MadeOrder, notificationDuties, type OrderState } from '#orders';
import { allegeable } from '../domain/allegeable.js';
import { bindingAt } from '../domain/binding.js';
import type { AllegationState } from '../domain/breach.js';
import type { Occurred } from '../domain/events.js';
import { momentInWords, whyNot, wordsAwaitedAt } from '../domain/standing-then.js';

/**
 * What follows for an allegation from what the record of its order says now: that the order, or the wording alleged, was not in force when it happened.
 * Or that a court had changed its words by then, and nobody recorded how; of a failure to notify, that no first notification was owed, as the
 * order stands in place of an interim one (`replaced`: those that any of the orders replace). Null where it was, or may have been. What ended the order later changes nothing.
 */
export function nowRecorded(
  {
    orderId,
    conditionVersionId,
    offenceCode,
  }: Pick<AllegationState, 'orderId' | 'conditionVersionId'> & Partial<Pick<AllegationState, 'offenceCode'>>,
  occurred: Occurred,
  orders: readonly OrderState[],
  replaced: readonly OrderState[] = [],
): string | null {
  const order = orders.find((one): one is MadeOrder => one.is !== 'unmade' && one.orderId === orderId);
  if (order && conditionVersionId === null) return offenceCode === FIRST ? firstNotOwed(order, occurred, replaced) : null;
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

/** Not to have notified name and address within the days after service (SPA 2019 s.11). */
const FIRST = 'ST19002';

/** What is not owed where an interim order was notified under (SPA 2019 s.9), or may not be; null where it is, or the interim cannot be read. */
function firstNotOwed(order: MadeOrder, { until }: Occurred, replaced: readonly OrderState[]): string | null {
  const interim = replaced.find((one) => one.is !== 'unmade' && one.orderId === order.replaces);
  if (!interim) return null;
  const first = notificationDuties(order, until, interim).find(({ about }) => about === 'initial');
  if (first === undefined)
    return 'As the order is recorded now, no first notification was owed under it: it stands in place of an interim order (SPA 2019 s.9).';
  if (first.state !== 'interim-not-met') return null;
  return 'As the order is recorded now, it stands in place of an interim order under which the first notification was never given: ask the force solicitor whether one was owed under it.';
}
