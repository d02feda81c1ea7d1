import { personal } from '#event-sourcing';
import type { OrderFact } from './events.js';
import { isOrderInError } from './in-error.js';
import { byMoment } from './moments.js';
import type { MadeOrder, OrderState } from './order.js';

/**
 * The interim order in whose place the full one stands, as the record now is: the last made of those that its making ended. None where each of them
 * had run out by then, or ended with something else; then the service of the full order starts the first notification (SPA 2019 s.9).
 */
export function interimReplaced(full: MadeOrder, interims: readonly OrderState[]): string | null {
  const ended = interims.filter((one): one is MadeOrder => one.is !== 'unmade' && isEndedBy(one, full));
  return ended.toSorted((a, b) => byMoment(a.made, b.made)).at(-1)?.orderId ?? null;
}

/** Whether the making of the full order is what ended the interim one. */
export function isEndedBy(interim: MadeOrder, full: MadeOrder): boolean {
  if (interim.is !== 'over' || interim.over.because !== 'ceased') return false;
  const { applicationId, fullOrderId, outcome } = interim.over;
  if (applicationId === null) return fullOrderId === full.orderId;
  return applicationId === full.applicationId && outcome === 'granted';
}

/** What the full order is told where it stands in place of another interim order than is recorded, or of one, or of none. */
export function inPlaceNow(
  full: OrderState,
  interims: readonly OrderState[],
  { correctionId, reason }: { readonly correctionId: string; readonly reason: string },
): OrderFact[] {
  if (full.is === 'unmade' || isOrderInError(full)) return [];
  const replaces = interimReplaced(full, interims);
  if (replaces === full.replaces) return [];
  const { orderId, perpetratorId, force, protectedPersonIds } = full;
  return [
    {
      type: 'OrderCorrected',
      data: {
        ...{ orderId, perpetratorId, force, correctionId },
        ...{ court: null, made: null, end: null, respondentPresent: null, replaces },
      },
      personal: { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) },
    },
  ];
}
