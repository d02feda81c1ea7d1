import { personal, refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { askedByPolice, kindRule } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import { inForceAt } from '../domain/in-force.js';
import { ofProposal } from '../domain/open-proposal.js';
import { latestEnd, type OrderState } from '../domain/order.js';
import { anOrder, type NoOrder } from '../domain/required.js';
import type { AskedOfCourt, VariationReason } from '../domain/variation.js';

export interface ProposalDetails {
  readonly proposalId: string;
  readonly asks: AskedOfCourt;
  readonly because: VariationReason;
  readonly reason: string;
  /** The user who proposes it. */
  readonly by: string;
}

/** `no-standing`: the police cannot ask this of a court under an order of this kind; `proposed-already`: another such proposal is open. */
export type CannotPropose = NoOrder | 'no-standing' | 'order-over' | 'not-in-force' | 'has-no-end' | 'proposed-already';

/**
 * The force begins to ask the court to vary, renew or discharge the order (SPA 2019 s.4, s.5 for an interim one). A variation and a discharge
 * need an order in force; a renewal may be asked after the last day, then out of time.
 */
export function proposeVariation(order: OrderState, details: ProposalDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { proposalId, asks, because, reason, by } = details;
  if (!askedByPolice(kindRule(made.kind)).includes(asks)) throw refuse<CannotPropose>('no-standing');
  if (made.is === 'over') throw refuse<CannotPropose>('order-over');
  if (asks !== 'renewal' && inForceAt(made, now).is === 'not-in-force') throw refuse<CannotPropose>('not-in-force');
  if (asks === 'renewal' && latestEnd(made).is === 'until-further-order') throw refuse<CannotPropose>('has-no-end');
  if (made.proposals.some((one) => one.asks === asks && !one.decided)) throw refuse<CannotPropose>('proposed-already');
  return [
    {
      type: 'VariationProposed',
      data: { ...ofProposal(made, proposalId), asks, because, by, on: now.on },
      personal: { reason: personal([made.perpetratorId, ...made.protectedPersonIds], reason.trim()) },
    },
  ];
}
