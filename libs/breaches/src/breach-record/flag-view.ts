import { formatDate, formatDateTime, londonDate } from '#calendar';
import {
  type Correction,
  type End,
  type Entry,
  entryCalled,
  type MadeOrder,
  type Moment,
  type OrderState,
  type RecordedInError,
} from '#orders';
import type { BreachState } from '../domain/breach.js';
import { boundBy } from '../flag-affected-breaches/flag-affected-breaches.js';
import { whyPutRight } from '../tell-of-order/why-put-right.js';
import { capital } from '#pages';
import { nowRecorded } from './now-recorded.js';
import type { KnownPerson } from './spoken.js';
import { flagWords } from './words.js';

type Flag = BreachState['flags'][number];

/** Of a report that alleges another order already: that one is not in doubt. */
const IN_FORCE_TOO =
  'Another order turned out to have been in force too when this happened, which nobody knew when it was reported. Decide whether that order was breached as well.';

/** What a flag says, and what follows for what is alleged. */
export function flagInWords(
  flag: Flag,
  { allegations, occurred }: Pick<BreachState, 'allegations' | 'occurred'>,
  orders: readonly OrderState[],
  known: readonly KnownPerson[],
  own: string,
): string {
  const alleged = allegations.filter(({ orderId, withdrawn }) => orderId === flag.orderId && withdrawn === null);
  const others = allegations.filter(({ orderId, withdrawn }) => orderId !== flag.orderId && withdrawn === null);
  if (flag.because === 'in-force-after-all' && alleged.length === 0 && others.length > 0) return IN_FORCE_TOO;
  const follows = alleged.flatMap((allegation) => nowRecorded(allegation, occurred, orders) ?? []);
  return [flagSays(flag, orders, known, own), ...new Set(follows)].join(' ');
}

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
  const correction = order.corrections.find(({ correctionId }) => correctionId === flag.correctionId);
  const said = cause ? takenBack(cause, order, known, own) : correction ? putRight(correction, order, known, own) : flagWords[flag.because];
  return [said, ...since.map(saidSince)].join(' ');
}

/** `The record of the order was corrected: it was made on 22 Nov 2026 at 10:00, recorded before as on 22 Nov 2026 at 09:45. The time was misread.` */
function putRight(correction: Correction, order: MadeOrder, known: readonly KnownPerson[], own: string): string {
  const { made, end, respondentPresent } = correction.changed;
  const presence = (was: boolean | null): string =>
    was === null
      ? 'nothing about whether the respondent was in court'
      : was
        ? 'that the respondent was in court'
        : 'that the respondent was not in court';
  const changes = [
    ...(made ? [`it was made ${momentInWords(made.is)}, recorded before as made ${momentInWords(made.was)}`] : []),
    ...(end ? [`it ${endInWords(end.is)}, recorded before: it ${endInWords(end.was)}`] : []),
    ...(respondentPresent ? [`the record says ${presence(respondentPresent.is)}, and said before ${presence(respondentPresent.was)}`] : []),
  ];
  const why = whyPutRight(order, correction, known, own)?.replace(/[.\s]+$/, '');
  return `The record of the order was corrected${changes.length > 0 ? `: ${changes.join('; ')}` : ''}.${why ? ` Why: ${why}.` : ''}`;
}

function momentInWords({ on, at }: Moment): string {
  return `on ${at === null ? formatDate(on) : formatDateTime(at)}`;
}

function endInWords(end: End): string {
  switch (end.is) {
    case 'fixed':
      return `is in force until the end of ${formatDate(end.lastDay)}`;
    case 'until-further-order':
      return 'is in force until further order';
    case 'unknown':
      return 'has an end that is not known';
  }
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
