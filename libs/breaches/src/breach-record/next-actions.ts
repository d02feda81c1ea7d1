import { clockAt, type Instant, type StandingClock } from '#calendar';
import type { OrderState } from '#orders';
import type { BreachState } from '../domain/breach.js';
import { type BreachClock, breachClocks } from '../domain/breach-clocks.js';
import { isOpen } from '../domain/progress.js';
import type { VictimRules } from '../domain/victim-updates.js';

/** Something that waits to be done about the breach: a clock that runs, or what no clock is set for. */
export type NextAction =
  | { readonly is: 'clock'; readonly clock: StandingClock<BreachClock>; readonly overdue: boolean }
  | { readonly is: 'ask-excuse' | 'get-order-copy' | 'assess-safety' | 'decide'; readonly overdue: false };

/**
 * What waits, the most pressing first: every clock that runs, as the work list and the list of what somebody is to be told have them, then
 * what must be found out and decided. `orders` are those alleged against.
 */
export function nextActions(breach: BreachState, orders: readonly OrderState[], now: Instant, rules: VictimRules = {}): NextAction[] {
  const running = breachClocks(breach, orders, rules)
    .flatMap((clock) => clockAt(clock, now) ?? [])
    .filter(({ state }) => state === 'due' || state === 'overdue')
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
  return [
    ...running.map((clock): NextAction => ({ is: 'clock', clock, overdue: clock.state === 'overdue' })),
    ...inquiries(breach).map((is): NextAction => ({ is, overdue: false })),
  ];
}

/** What is overdue before what is not, then by day and moment. */
function placeOf({ state, dueBy, dueAt }: StandingClock<BreachClock>): string {
  return `${state === 'overdue' ? 0 : 1} ${dueBy} ${dueAt ?? '~'}`;
}

function inquiries(breach: BreachState): Exclude<NextAction['is'], 'clock'>[] {
  // Once it is charged, what proves it is needed more than before.
  if (!isOpen(breach) && breach.status !== 'charged') return [];
  return [
    ...(breach.safety ? [] : ['assess-safety' as const]),
    ...(breach.reasonableExcuse === 'not-asked' && !breach.steps.some((step) => step.is === 'interview') ? ['ask-excuse' as const] : []),
    ...(breach.evidence.some(({ kind }) => kind === 'order-copy') ? [] : ['get-order-copy' as const]),
    ...(isOpen(breach) ? ['decide' as const] : []),
  ];
}
