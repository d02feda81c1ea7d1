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
