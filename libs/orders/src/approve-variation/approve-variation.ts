import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { anOpenProposal, type NoProposal, type NotReady, ofProposal, ready } from '../domain/open-proposal.js';
import type { OrderState } from '../domain/order.js';
import { type Giving, givesNothingAway } from '../domain/giving.js';

export interface ApprovalDetails {
  readonly proposalId: string;
  /** How often it had been drafted when whoever decides was shown it; null where that is not told. */
  readonly of: number | null;
  readonly decision: 'approve' | 'send-back';
  readonly note: string | null;
  /** Where the drafted words tell the respondent where a protected person can be reached, and whether whoever decides saw it. */
  readonly giving?: Giving;
  /** The user who decides, and on which London day. */
  readonly by: string;
  readonly on?: LocalDate;
}

/** `own-work`: who wrote any of it cannot approve it. `gives-away`: nobody approves unseen what tells where a protected person can be reached. */
export type CannotApprove =
  NoProposal | NotReady | 'own-work' | 'changed-since-shown' | 'approved-already' | 'note-needed' | 'filed-already' | 'gives-away';

/** A second person approves what the court is to be asked, as it was shown, or sends it back to be drafted again. */
export function approveVariation(order: OrderState, details: ApprovalDetails): OrderFact[] {
  const { proposalId, of, decision, note, by, on, giving = givesNothingAway } = details;
  const { made, proposal } = anOpenProposal(order, proposalId);
  if (proposal.filed) throw refuse<CannotApprove>('filed-already');
  ready(made, proposal);
  if (proposal.authors.includes(by)) throw refuse<CannotApprove>('own-work');
  if (of !== null && of !== proposal.drafts) throw refuse<CannotApprove>('changed-since-shown');
  const words = note?.trim() ? personal([made.perpetratorId, ...made.protectedPersonIds], note.trim()) : null;
  const data = { ...ofProposal(made, proposalId), by };
  if (decision === 'send-back') {
    if (!words) throw refuse<CannotApprove>('note-needed');
    return [{ type: 'VariationSentBack', data, personal: { note: words } }];
  }
  if (proposal.approvedBy) throw refuse<CannotApprove>('approved-already');
  if (giving.found.length > 0 && !giving.knowingly) throw refuse<CannotApprove>('gives-away');
  const seen = giving.found.length > 0 ? { givesAway: giving.found } : {};
  return [
    { type: 'VariationApproved', data: { ...data, ...(on === undefined ? {} : { on }), ...seen }, personal: words ? { note: words } : {} },
  ];
}
