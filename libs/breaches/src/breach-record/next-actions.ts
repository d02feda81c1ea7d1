import { endOfDay, hoursExcludingDays, type Instant, isSundayOrHoliday, type LocalDate } from '#calendar';
import type { OrderState } from '#orders';
import { awarenessStillToShow } from '../domain/awareness.js';
import type { BreachState } from '../domain/breach.js';
import { isInCustody, isOpen, maintained } from '../domain/progress.js';
import { isUntold, victimUpdates, type VictimRules } from '../domain/victim-updates.js';
import type { VictimUpdateAbout } from '../domain/events.js';

/** Something that waits to be done about the breach. `due` is a last day (London) or an instant; null where the law sets none. */
export type NextAction =
  | { readonly is: 'review-flag'; readonly flagId: string; readonly due: null; readonly overdue: false }
  /** Arrested for breach of a notice or a DVPO: before a court within 24 hours, excluded days left out (DAA 2021 s.26, CSA 2010 s.26). */
  | { readonly is: 'bring-to-court'; readonly due: Instant; readonly overdue: boolean }
  | {
      readonly is: 'tell-victim';
      readonly protectedPersonId: string;
      readonly about: VictimUpdateAbout;
      readonly due: LocalDate;
      readonly overdue: boolean;
    }
  | { readonly is: 'show-awareness'; readonly due: null; readonly overdue: false }
  | { readonly is: 'ask-excuse'; readonly due: null; readonly overdue: false }
  | { readonly is: 'get-order-copy'; readonly due: null; readonly overdue: false }
  | { readonly is: 'assess-safety'; readonly due: null; readonly overdue: false }
  | { readonly is: 'supervise'; readonly due: null; readonly overdue: false }
  | { readonly is: 'decide'; readonly due: null; readonly overdue: false };

const open = { due: null, overdue: false } as const;

/** What waits, the most pressing first. `orders` are those alleged against. */
export function nextActions(breach: BreachState, orders: readonly OrderState[], now: Instant, rules: VictimRules = {}): NextAction[] {
  const flags = breach.flags
    .filter((flag) => flag.review === null)
    .map((flag) => ({ is: 'review-flag' as const, flagId: flag.flagId, ...open }));
  const untold = victimUpdates(breach, rules)
    .filter(isUntold)
    .map(({ protectedPersonId, about, due }) => ({
      is: 'tell-victim' as const,
      protectedPersonId,
      about,
      due,
      overdue: now >= endOfDay(due),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return [...flags, ...bringToCourt(breach, orders, now), ...untold, ...inquiries(breach, orders)];
}

function inquiries(breach: BreachState, orders: readonly OrderState[]): NextAction[] {
  if (!isOpen(breach)) return [];
  const has = (kind: 'order-copy' | 'service-proof') => breach.evidence.some((evidence) => evidence.kind === kind);
  return [
    ...(breach.safety ? [] : [{ is: 'assess-safety' as const, ...open }]),
    ...(awarenessStillToShow(breach, orders) && !has('service-proof') ? [{ is: 'show-awareness' as const, ...open }] : []),
    ...(breach.reasonableExcuse === 'not-asked' && !breach.steps.some((step) => step.is === 'interview')
      ? [{ is: 'ask-excuse' as const, ...open }]
      : []),
    ...(has('order-copy') ? [] : [{ is: 'get-order-copy' as const, ...open }]),
    ...(breach.supervised === 'agreed' ? [] : [{ is: 'supervise' as const, ...open }]),
    { is: 'decide' as const, ...open },
  ];
}

function bringToCourt(breach: BreachState, orders: readonly OrderState[], now: Instant): NextAction[] {
  const arrest = breach.steps.findLast((step) => step.is === 'arrest');
  if (!arrest || !isInCustody(breach)) return [];
  const alleged = new Set(maintained(breach).map((allegation) => allegation.orderId));
  const civil = orders.some(
    (order) => order.is !== 'unmade' && alleged.has(order.orderId) && ['dapn', 'dvpn', 'dvpo'].includes(order.kind),
  );
  if (!civil) return [];
  const due = hoursExcludingDays(arrest.at, 24, isSundayOrHoliday);
  return [{ is: 'bring-to-court', due, overdue: now > due }];
}
