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
import { force } from '#access';
import { isOfOrderToo } from '../domain/breach-clocks.js';
import type { BreachState } from '../domain/breach.js';
import { boundBy } from '../flag-affected-breaches/flag-affected-breaches.js';
import { whyPutRight } from '../tell-of-order/why-put-right.js';
import { capital } from '#pages';
import { nowRecorded } from './now-recorded.js';
import { type KnownPerson, madeOrder } from './spoken.js';
import { flagWords } from './words.js';

type Flag = BreachState['flags'][number];

/** Of a report that alleges another order already: that one is not in doubt. */
function inForceToo(order: MadeOrder | undefined): string {
  const of = order ? `, of ${force(order.force)?.name ?? `force ${order.force}`},` : '';
  return `Another order${of} turned out to have been in force too when this happened, which nobody knew when it was reported. Decide whether that order was breached as well.`;
}

/** Of an order that did not bind any more when it happened. */
const QUASHED_BEFORE = 'The order was quashed; a prosecutor must look at the case again.';

/** Of a question that went with a link between records, or with its undoing. Nothing is said of the other record any more. */
const LINKS_CHANGED: Readonly<Partial<Record<Flag['because'], string>>> = {
  'in-force-after-all':
    'While this record was linked with another, it was to be decided whether this was a breach of an order on that record. The link was undone.',
  'link-undone':
    'While a link between two records was undone, it was to be decided what becomes of what is alleged of an order on the other one. They are linked again.',
};

/** Whether a flag is settled since records were linked, or a link undone. */
export function isSettledByLinks({ review }: Pick<Flag, 'review'>): boolean {
  return review?.decision === 'links-changed';
}

/** What a flag says, and what follows for what is alleged. `replaced`: the interim orders that any of the orders replace. */
export function flagInWords(
  flag: Flag,
  { allegations, occurred }: Pick<BreachState, 'allegations' | 'occurred'>,
  orders: readonly OrderState[],
  known: readonly KnownPerson[],
  own: string,
  replaced: readonly OrderState[] = [],
): string {
  if (isSettledByLinks(flag)) return LINKS_CHANGED[flag.because] ?? flagWords[flag.because];
  if (isOfOrderToo(flag, allegations)) return inForceToo(madeOrder(orders, flag.orderId) ?? undefined);
  const alleged = allegations.filter(({ orderId, withdrawn }) => orderId === flag.orderId && withdrawn === null);
  const follows = alleged.flatMap((allegation) => nowRecorded(allegation, occurred, orders, replaced) ?? []);
  const says = flagSays(flag, orders, known, own);
  const bound = flag.because !== 'order-quashed' || follows.length === 0;
  return [bound ? says : says.replace(flagWords['order-quashed'], QUASHED_BEFORE), ...new Set(follows)].join(' ');
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
  // What was recorded in error later raised a flag of its own beside this one.
  return [said, ...(cause ? [] : since.map(saidSince))].join(' ');
}

/** `The record of the order was corrected: it was made on 22 Nov 2026 at 10:00, recorded before as on 22 Nov 2026 at 09:45. The time was misread.` */
function putRight(correction: Correction, order: MadeOrder, known: readonly KnownPerson[], own: string): string {
  const { made, end, respondentPresent, ceased } = correction.changed;
  const presence = (was: boolean | null): string =>
    was === null
      ? 'nothing about whether the respondent was in court'
      : was
        ? 'that the respondent was in court'
        : 'that the respondent was not in court';
  const changes = [
    ...(made ? [`it was made ${momentInWords(made.is)}, recorded before as made ${momentInWords(made.was)}`] : []),
    ...(end ? [`it ${endInWords(end.is)}, recorded before: it ${endInWords(end.was)}`] : []),
    ...(ceased
      ? [`it ended ${momentInWords(ceased.is)} with the making of the full order, recorded before as ended ${momentInWords(ceased.was)}`]
      : []),
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
