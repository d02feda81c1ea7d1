import type { Instant } from '#calendar';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact, FlagReason } from '../domain/events.js';
import { maintained } from '../domain/progress.js';

/** An order that stands on the record of somebody else again, since when. */
export interface Undone {
  readonly orderId: string;
  readonly at: Instant;
}

/**
 * Flags a breach that alleges an order which, the link being undone, was made against another person: nobody can breach that. Nothing of the
 * report changes; a person decides. Once per flag id, and not beside the same question still open.
 */
export function flagAfterUndoing(breach: BreachState, { orderId, at }: Undone, flagId: string): BreachFact[] {
  const { breachId, perpetratorId, force, flags } = breach;
  if (!maintained(breach).some((allegation) => allegation.orderId === orderId)) return [];
  const isAsked = flags.some(
    (flag) => flag.flagId === flagId || (flag.because === 'link-undone' && flag.orderId === orderId && !flag.review),
  );
  return isAsked ? [] : [{ type: 'ReviewFlagged', data: { breachId, perpetratorId, force, flagId, because: 'link-undone', orderId, at } }];
}

/**
 * Settles the open questions whether an order bound him after all which now stands on the record of another person: there is nothing to decide.
 * What a person decided stands.
 */
export function settleAfterUndoing(breach: BreachState, orderId: string): BreachFact[] {
  return settled(breach, 'in-force-after-all', orderId);
}

/** The same of the question what becomes of an allegation whose order was another person's, once that is one person again. */
export function settleAfterLinking(breach: BreachState, orderId: string): BreachFact[] {
  return settled(breach, 'link-undone', orderId);
}

function settled({ breachId, perpetratorId, force, flags }: BreachState, because: FlagReason, orderId: string): BreachFact[] {
  return flags
    .filter((flag) => flag.because === because && flag.orderId === orderId && flag.review === null)
    .map(({ flagId }) => ({ type: 'FlagReviewed', data: { breachId, perpetratorId, force, flagId, decision: 'links-changed' } }));
}
