import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { anOpenProposal, type NoProposal, ofProposal } from '../domain/open-proposal.js';
import type { OrderState } from '../domain/order.js';
import type { Consultation, ToldOfVariation } from '../domain/variation.js';

export interface ViewsDetails {
  readonly proposalId: string;
  readonly protectedPersonId: string;
  readonly on: LocalDate;
  readonly consultation: Consultation;
  readonly told: ToldOfVariation;
  readonly words: string | null;
}

/** `why-needed`: a reason not to ask that is not in the list is said in words. */
export type CannotConsult = NoProposal | 'not-protected' | 'in-the-future' | 'before-the-order' | 'why-needed' | 'told-and-not-reached';

/**
 * What a protected person says of the change, or why nobody could ask them. Asked again, the last answer stands and the earlier ones can be read;
 * until it is filed, the change has then to be approved anew. Nobody who could not be reached was told.
 */
export function consultViews(order: OrderState, details: ViewsDetails, today: LocalDate): OrderFact[] {
  const { proposalId, protectedPersonId, on, consultation, told, words } = details;
  const { made } = anOpenProposal(order, proposalId);
  if (!made.protectedPersonIds.includes(protectedPersonId)) throw refuse<CannotConsult>('not-protected');
  if (on > today) throw refuse<CannotConsult>('in-the-future');
  if (on < made.made.on) throw refuse<CannotConsult>('before-the-order', { on: made.made.on });
  if (consultation === 'not-asked-other' && !words?.trim()) throw refuse<CannotConsult>('why-needed');
  const isUnreachable = consultation === 'not-asked-cannot-be-reached-safely' || consultation === 'not-asked-not-traced';
  if (isUnreachable && told === 'told-safely') throw refuse<CannotConsult>('told-and-not-reached');
  return [
    {
      type: 'ViewsConsulted',
      data: { ...ofProposal(made, proposalId), protectedPersonId, on, consultation, told },
      personal: words?.trim() ? { words: personal([protectedPersonId, made.perpetratorId], words.trim()) } : {},
    },
  ];
}
