import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { refusalToAppeal } from '../domain/appeals.js';
import type { OrderFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import { ofProposal } from '../domain/open-proposal.js';
import type { OrderState } from '../domain/order.js';
import { anOrder, type NoOrder, notAhead } from '../domain/required.js';

export interface ChangeAcceptance {
  readonly proposalId: string;
  /** The day on which it was decided. */
  readonly on: LocalDate;
  readonly reason: string;
}

export type CannotAcceptRefusedChange =
  NoOrder | 'no-such-proposal' | 'not-refused' | 'in-the-future' | 'before-refusal' | 'appealed-already';

/**
 * The force does not appeal against the refusal of a variation, renewal or discharge that it asked for (SPA 2019 s.7). An appeal can be recorded all the
 * same, should somebody think again.
 */
export function acceptRefusedChange(order: OrderState, { proposalId, on, reason }: ChangeAcceptance, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const proposal = made.proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) throw refuse<CannotAcceptRefusedChange>('no-such-proposal');
  const stands = refusalToAppeal(made, proposalId);
  if (!proposal.decided || stands === null) throw refuse<CannotAcceptRefusedChange>('not-refused');
  if (stands === 'appealed') throw refuse<CannotAcceptRefusedChange>('appealed-already');
  notAhead(someTimeOn(on), now);
  if (on < proposal.decided.at.on) throw refuse<CannotAcceptRefusedChange>('before-refusal');
  if (proposal.accepted) return [];
  const about = [made.perpetratorId, ...made.protectedPersonIds] as const;
  return [
    {
      type: 'VariationRefusalAccepted',
      data: { ...ofProposal(made, proposalId), on },
      personal: { reason: personal(about, reason.trim()) },
    },
  ];
}
