import { personal, refuse } from '#event-sourcing';
import type { Instant, LocalDate } from '#calendar';
import type { OrderFact } from '../domain/events.js';
import { type Entry, entriesOf, entryKey, type WhyOrderInError } from '../domain/in-error.js';
import { settledDirections } from '../domain/hearings.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';

/** What should not be on record: one entry, named by `entryKey`, or the whole order. */
export interface InError {
  readonly errorId: string;
  readonly of: { readonly is: 'order'; readonly why: WhyOrderInError | null } | { readonly is: 'entry'; readonly key: string };
  readonly reason: string;
}

export type CannotBeInError = NoOrder | 'not-your-order' | 'no-such-entry' | 'why-needed';

/**
 * Says that something was recorded in error: on the wrong order or person, twice, or of what never happened. It counts no more from then on, as
 * if it had never been recorded, and stays readable on the history. Only the force that keeps the order may. What a court did and undid is no error:
 * that is recorded as what it is.
 */
export function recordInError(
  order: OrderState,
  { errorId, of, reason }: InError,
  who: { readonly force: string; readonly now: Instant },
): OrderFact[] {
  const known = anOrder(order);
  if (known.force !== who.force) throw refuse<CannotBeInError>('not-your-order');
  const { orderId, perpetratorId, force, protectedPersonIds } = known;
  const error = { orderId, perpetratorId, force, errorId, at: who.now };
  const words = { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) };
  if (of.is === 'order') {
    if (of.why === null) throw refuse<CannotBeInError>('why-needed');
    return [{ type: 'OrderRecordedInError', data: { ...error, why: of.why }, personal: words }];
  }
  const entry = entriesOf(known).find((one) => entryKey(one) === of.key);
  if (!entry) throw refuse<CannotBeInError>('no-such-entry');
  return [{ type: 'EntryRecordedInError', data: { ...error, entry, was: dayOf(known, entry) }, personal: words }];
}

/** The day of what the entry says happened; null where it has none. */
export function dayOf(order: MadeOrder, { is, id }: Entry): LocalDate | null {
  switch (is) {
    case 'attempt':
      return order.attempts.find(({ attemptId }) => attemptId === id)?.at.on ?? null;
    case 'service':
      return order.services.find(({ serviceId }) => serviceId === id)?.at.on ?? null;
    case 'awareness':
      return order.awareness.find(({ evidenceId }) => evidenceId === id)?.at.on ?? null;
    case 'variation':
      return order.variations.find(({ variationId }) => variationId === id)?.effective.on ?? null;
    case 'renewal':
      return order.renewals.find(({ renewalId }) => renewalId === id)?.made.on ?? null;
    case 'proposal-result':
      return order.proposals.find(({ proposalId }) => proposalId === id)?.decided?.at.on ?? null;
    case 'consent':
      return order.consents.find(({ consentId }) => consentId === id)?.on ?? null;
    case 'appeal':
      return order.appeals.find(({ appealId }) => appealId === id)?.on ?? null;
    case 'appeal-decision':
      return order.appeals.find(({ appealId }) => appealId === id)?.determined?.at.on ?? null;
    case 'change-accepted':
      return order.changesAccepted.findLast(({ against }) => against === id)?.on ?? null;
    case 'notification':
      return order.notifications.find(({ notificationId }) => notificationId === id)?.at.on ?? null;
    case 'default':
      return order.defaults.find(({ defaultId }) => defaultId === id)?.lastDay ?? null;
    case 'requirement-check':
      return order.requirementChecks.find(({ checkId }) => checkId === id)?.day ?? null;
    case 'details-change':
      return order.detailsChanges.find(({ changeId }) => changeId === id)?.on ?? null;
    case 'discharge':
      return order.endings.find(({ because }) => because === 'discharged')?.at.on ?? null;
    case 'quashing':
      return order.endings.find(({ because }) => because === 'quashed')?.at.on ?? null;
    case 'cessation':
      return order.endings.find(({ because }) => because === 'ceased')?.at.on ?? null;
    case 'hearing-outcome':
      return order.hearings.find(({ hearingId }) => hearingId === id)?.at.on ?? null;
    case 'direction-done':
      return settledDirections(order.hearings).find(({ directionId }) => directionId === id)?.settled?.on ?? null;
    case 'exemption':
      return null;
  }
}
