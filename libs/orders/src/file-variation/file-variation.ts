import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { aboutPerpetrator } from '../domain/draft.js';
import type { Court, OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { someTimeOn } from '../domain/moments.js';
import { anOpenProposal, type NoProposal, type NotReady, ofProposal, ready } from '../domain/open-proposal.js';
import type { OrderState } from '../domain/order.js';
import { type BadMoment, sinceMade } from '../domain/required.js';

export interface FilingDetails {
  readonly proposalId: string;
  readonly filedOn: LocalDate;
  readonly court: Court;
  readonly reference: string | null;
}

export type CannotFileVariation = NoProposal | NotReady | BadMoment | 'not-approved' | 'filed-already' | 'wrong-court';

/** The approved proposal is filed at the court. A renewal filed after the last day is recorded all the same, out of time. */
export function fileVariation(order: OrderState, details: FilingDetails, today: LocalDate): OrderFact[] {
  const { proposalId, filedOn, court, reference } = details;
  const { made, proposal } = anOpenProposal(order, proposalId);
  if (proposal.filed) throw refuse<CannotFileVariation>('filed-already');
  ready(made, proposal);
  if (!proposal.approvedBy) throw refuse<CannotFileVariation>('not-approved');
  sinceMade(made, someTimeOn(filedOn), someTimeOn(today));
  if (!kindRule(made.kind).courts.includes(court.type)) throw refuse<CannotFileVariation>('wrong-court');
  const sealed = aboutPerpetrator(made.perpetratorId, reference);
  return [
    { type: 'VariationFiled', data: { ...ofProposal(made, proposalId), filedOn, court }, personal: sealed ? { reference: sealed } : {} },
  ];
}
