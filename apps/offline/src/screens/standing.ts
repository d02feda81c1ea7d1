import { allegeable, type Occurred, standingInWords, standingThen } from '#breaches';
import type { Instant } from '#calendar';
import type { OfflinePerson } from '#histories';
import { momentOf } from '#orders';
import { h, p } from './markup.js';

/** What a time that was stated means for the orders this device has, in the words of the service's form; nothing where all were in force. */
export function standingLines({ orders }: OfflinePerson, occurred: Occurred, now: Instant): HTMLElement[] {
  const parts = standingInWords(standingThen(allegeable(orders, occurred), occurred, momentOf(now))).flatMap(({ lead, lines }) => [
    p(lead),
    ...(lines.length > 0
      ? [
          h(
            'ul',
            { class: 'govuk-list govuk-list--bullet' },
            lines.map((line) => h('li', {}, line)),
          ),
        ]
      : []),
  ]);
  return parts.length === 0 ? [] : [h('div', { class: 'govuk-inset-text' }, parts)];
}

/** Records that may be of the same person, with the orders in force on them. In a report: it cannot be said here that one of those was breached. */
export function waitingLines({ waiting }: Pick<OfflinePerson, 'waiting'>, where: 'card' | 'report'): HTMLElement[] {
  return waiting.map(({ words, inForce, isInForce }) => {
    const then =
      where === 'report' && isInForce
        ? ' If it is a breach of that, say so in a few words: it is looked at again when both are linked, which can be decided when there is signal.'
        : ' Whether it is can be decided when there is signal.';
    return h('p', { class: 'govuk-body ow-order__warning' }, `${words} `, isInForce ? h('strong', {}, inForce) : inForce, then);
  });
}
