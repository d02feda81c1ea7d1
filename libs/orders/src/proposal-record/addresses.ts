import { NotFoundException } from '@nestjs/common';
import type { Act } from '#event-sourcing';
import type { FormView } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import type { Proposal } from '../domain/variation.js';

/** The proposal that the address names. @throws NotFoundException when the order has none with this id */
export function proposalIn(order: MadeOrder, { proposalId }: Readonly<Record<string, unknown>>): Proposal {
  const found = order.proposals.find((one) => one.proposalId === proposalId);
  if (!found) throw new NotFoundException();
  return found;
}

/** The proposal that a form names; null while it names none. */
export function proposalTyped(order: MadeOrder, typed: Pick<FormView, 'text'>): Proposal | null {
  return order.proposals.find(({ proposalId }) => proposalId === typed.text('proposalId')) ?? null;
}

/** What was drafted in the proposal that was sent; null where it names none. */
export function draftSent(order: MadeOrder, { proposalId }: Readonly<Record<string, unknown>>): Proposal['draft'] {
  return order.proposals.find((one) => one.proposalId === proposalId)?.draft ?? null;
}

/** The page of the proposal in whose address a form was. */
export function toProposal({ orderId }: MadeOrder, _: Act, { proposalId }: Readonly<Record<string, unknown>>): string {
  return `/orders/${orderId}/proposals/${String(proposalId)}`;
}
