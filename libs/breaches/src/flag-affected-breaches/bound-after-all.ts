import type { Instant } from '#calendar';
import type { OrderFact, OrderState } from '#orders';
import { bindingAt } from '../domain/binding.js';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { maintained } from '../domain/progress.js';

/** Something recorded by which an order may turn out to have bound him at a time at which it was not known to. */
export interface Learned {
  readonly orderId: string;
  /** When it was recorded. */
  readonly at: Instant;
  /** The order as it was known before, and as it is known with it. */
  readonly before: OrderState;
  readonly after: OrderState;
}

const bringing: Readonly<Partial<Record<OrderFact['type'], true>>> = {
  // Recorded late, with an earlier day.
  OrderMade: true,
  OrderVaried: true,
  OrderRenewed: true,
  AppealDetermined: true,
  OrderCorrected: true,
  // An end, or a change, that never was.
  EntryRecordedInError: true,
};

/** Whether a fact of this type can bring back the time at which an order bound. */
export function mayBindAfterAll(type: string): boolean {
  return Object.hasOwn(bringing, type);
}

/**
 * Flags what was reported, and is not alleged against this order, for a person to decide about where the order turns out to have bound him
 * then: whoever kept it as contact did not know. Once per flag id.
 */
export function flagBoundAfterAll(breach: BreachState, { orderId, at, before, after }: Learned, flagId: string): BreachFact[] {
  const { status, occurred, flags, breachId, perpetratorId, force } = breach;
  if (status === 'none' || flags.some((flag) => flag.flagId === flagId)) return [];
  if (maintained(breach).some((allegation) => allegation.orderId === orderId)) return [];
  const known = bindingAt(before, occurred);
  if ([...bindingAt(after, occurred)].every((version) => known.has(version))) return [];
  return [{ type: 'ReviewFlagged', data: { breachId, perpetratorId, force, flagId, because: 'in-force-after-all', orderId, at } }];
}
