import { refuse } from '#event-sourcing';
import { notConsulted, type Proposal } from './variation.js';
import type { MadeOrder, OrderState } from './order.js';
import { anOrder, type NoOrder } from './required.js';

export type NoProposal = NoOrder | 'no-such-proposal' | 'proposal-decided';

/** The order and the proposal on it about which nothing was decided yet. Refuses with `no-such-proposal` and `proposal-decided`. */
export function anOpenProposal(order: OrderState, proposalId: string): { readonly made: MadeOrder; readonly proposal: Proposal } {
  const made = anOrder(order);
  const proposal = made.proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) throw refuse<NoProposal>('no-such-proposal');
  if (proposal.decided) throw refuse<NoProposal>('proposal-decided');
  return { made, proposal };
}

export type NotReady = 'views-missing' | 'changes-missing';

/** Refuses until the views of every protected person, or a coded reason, are recorded, and what is to change is drafted. */
export function ready({ protectedPersonIds }: MadeOrder, proposal: Proposal): void {
  if (notConsulted(proposal, protectedPersonIds).length > 0) throw refuse<NotReady>('views-missing');
  if (!proposal.draft || proposal.sentBack) throw refuse<NotReady>('changes-missing');
}

/** What every fact of a proposal begins with. */
export function ofProposal({ orderId, perpetratorId, force }: MadeOrder, proposalId: string) {
  return { orderId, perpetratorId, force, proposalId };
}
