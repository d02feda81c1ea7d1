import {
  formatDate,
  formatDateShort,
  formatDateTime,
  formatPeriod,
  type Instant,
  isInstant,
  isLocalDate,
  londonDate,
  londonTime,
} from '#calendar';
import nunjucks from 'nunjucks';
import { readDate } from '../forms/date-fields.js';
import { choiceItems, dateItems } from '../forms/inputs.js';
import { inputId, inputName } from '../forms/form-view.js';

/** `3 orders`, `1 order`; the plural is the word with an s unless given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** A day for a person to read, from a day or a moment; what is absent is empty. */
export function readableDate(value: unknown): string {
  if (isLocalDate(value)) return formatDate(value);
  return isInstant(value) ? formatDate(londonDate(value)) : '';
}

/** The words of a list in a sentence: `a, b and c`. */
export function sentenceList(items: readonly unknown[]): string {
  const words = items.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `<time>` with the machine's form in it. */
function timeElement(value: unknown): unknown {
  const words = isInstant(value) ? formatDateTime(value) : readableDate(value);
  return words ? new nunjucks.runtime.SafeString(`<time datetime="${String(value)}">${words}</time>`) : '';
}

export function addFilters(engine: nunjucks.Environment): void {
  const moment = (format: (instant: Instant) => string) => (value: unknown) => (isInstant(value) ? format(value) : '');
  engine.addFilter('date', readableDate);
  engine.addFilter('dateShort', (value: unknown) =>
    isLocalDate(value) ? formatDateShort(value) : isInstant(value) ? formatDateShort(londonDate(value)) : '',
  );
  engine.addFilter('dateTime', (value: unknown) => (isInstant(value) ? formatDateTime(value) : readableDate(value)));
  engine.addFilter('time', moment(londonTime));
  engine.addFilter('timeElement', timeElement);
  engine.addFilter('period', (first: unknown, last: unknown) =>
    isLocalDate(first) && isLocalDate(last) ? formatPeriod(first, last) : readableDate(first),
  );
  // What was typed in a date's three inputs, as `YYYY-MM-DD`; empty while it is no day.
  engine.addFilter('typedDay', (value: unknown) => {
    const day = readDate('', value);
    return typeof day === 'string' ? day : '';
  });
  engine.addFilter('plural', plural);
  engine.addFilter('sentenceList', sentenceList);
  engine.addFilter('number', (value: unknown) => (typeof value === 'number' ? value.toLocaleString('en-GB') : ''));
  engine.addFilter('sentenceCase', (text: unknown) => (typeof text === 'string' ? text.slice(0, 1).toUpperCase() + text.slice(1) : ''));
  engine.addFilter('inputId', inputId);
  engine.addFilter('inputName', inputName);
  engine.addFilter('choiceItems', choiceItems);
  engine.addFilter('dateItems', dateItems);
}
