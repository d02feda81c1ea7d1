import { formatDate, londonDate } from '#calendar';
import { type Entry, entryCalled, type MadeOrder, type OrderState, type RecordedInError } from '#orders';
import type { BreachState } from '../domain/breach.js';
import { boundBy } from '../flag-affected-breaches/flag-affected-breaches.js';
import { whyPutRight } from '../tell-of-order/why-put-right.js';
import { capital } from '#pages';
import type { KnownPerson } from './spoken.js';
import { flagWords } from './words.js';

type Flag = BreachState['flags'][number];

/**
 * What a flag says to a reader of the force `own`: of an entry recorded in error which one, of what day, and why; and what was recorded in error
 * on the order since it was raised, so that nobody is told of what proved not to be.
 */
export function flagSays(flag: Flag, orders: readonly OrderState[], known: readonly KnownPerson[], own: string): string {
  const order = orders.find((one): one is MadeOrder => one.is !== 'unmade' && one.orderId === flag.orderId);
  if (!order) return flagWords[flag.because];
  const cause = flag.because === 'order-corrected' ? order.errors.find(({ at }) => at === flag.at) : undefined;
  const since = order.errors.filter(({ at, entry }) => at > flag.at && boundBy(entry));
  const undone = flag.because === 'order-quashed' ? since.find(({ entry }) => quashes(entry)) : undefined;
  if (undone)
    return `The order was recorded as quashed, and on ${formatDate(londonDate(undone.at))} that was recorded in error: ${still(order)}. A prosecutor who was told of the quashing must be told.`;
  return [cause ? takenBack(cause, order, known, own) : flagWords[flag.because], ...since.map(saidSince)].join(' ');
}

function takenBack(error: RecordedInError, order: MadeOrder, known: readonly KnownPerson[], own: string): string {
  const why = whyPutRight(order, error, known, own);
  return `${capital(entryCalled(error.entry, error.was))} was recorded in error${why === null ? '' : `: ${why.replace(/[.\s]+$/, '')}`}.`;
}

function saidSince({ entry, was, at }: RecordedInError): string {
  return `${capital(entryCalled(entry, was))} was recorded in error on ${formatDate(londonDate(at))}.`;
}

function still(order: MadeOrder): string {
  return order.is === 'over' && order.over.because === 'quashed' ? 'see on the order how it was quashed' : 'it was not quashed';
}

function quashes({ is }: Entry): boolean {
  return is === 'quashing' || is === 'appeal-decision';
}
