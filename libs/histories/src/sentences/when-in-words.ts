import { formatDate, type LocalDate } from '#calendar';
import type { Moment } from '#orders';
import type { When } from './sentence.js';

/** A whole day. */
export function day(on: LocalDate): When {
  return { on, until: on, at: null };
}

export function moment(value: Moment): When {
  return { on: value.on, until: value.on, at: value.at };
}

/** The end of an order in words. Unknown is said. */
export function endInWords(end: { is: 'fixed'; lastDay: LocalDate } | { is: 'until-further-order' } | { is: 'unknown' }): string {
  switch (end.is) {
    case 'fixed':
      return `until the end of ${formatDate(end.lastDay)}`;
    case 'until-further-order':
      return 'until further order';
    case 'unknown':
      return 'end not known';
  }
}
