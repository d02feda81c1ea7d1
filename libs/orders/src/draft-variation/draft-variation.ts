import { refuse } from '#event-sourcing';
import type { ConditionChange, OrderFact, WordsParts } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import { anOpenProposal, type NoProposal, ofProposal } from '../domain/open-proposal.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { type CannotRenew, renewOrder } from '../domain/renewed.js';
import { type CannotDischarge, dischargeable } from '../domain/discharged.js';
import { type CannotVary, conditionsOf, type DraftChange, varyOrder } from '../domain/varied.js';
import { type BesideOrders, changed, nothingBeside, weighed } from '../domain/weighing.js';

export interface DraftedVariation {
  readonly proposalId: string;
  readonly changes: readonly DraftChange[];
  /** The end asked for; null when it stays. A renewal asks for one. */
  readonly end: End | null;
  /** How often it had been drafted when whoever drafts it opened it; left out where nobody says. */
  readonly seen?: number | null;
  /** The user who drafts it. */
  readonly by: string;
}

export type CannotDraft =
  | NoProposal
  | CannotVary
  | CannotRenew
  | Exclude<CannotDischarge, 'consents-missing'>
  | 'filed-already'
  | 'end-needed'
  | 'renewal-changes-nothing-else'
  | 'discharge-ends-all'
  | 'drafted-meanwhile';

/**
 * What the court is asked to change, clause by clause. It is held to what a court could do today, so that nothing impossible is approved
 * or filed. Drafted again, it has to be approved again; what somebody else drafted meanwhile is not replaced unseen. Where it may not fit beside the orders in force somebody says why it goes on, before
 * anybody approves it (SPA 2019 s.2(7)); a renewal and a discharge change no words, so that nothing is asked of them. A discharge ends the order whole:
 * the consents that it may need are asked for when it is filed.
 */
export function draftVariation(
  order: OrderState,
  details: DraftedVariation,
  now: Moment,
  beside: BesideOrders = nothingBeside,
): OrderFact[] {
  const { proposalId, by, end } = details;
  const { made, proposal } = anOpenProposal(order, proposalId);
  if (proposal.filed) throw refuse<CannotDraft>('filed-already');
  if ((details.seen ?? proposal.drafts) !== proposal.drafts) throw refuse<CannotDraft>('drafted-meanwhile');
  const { changes, words } = asked[proposal.asks](made, details, now);
  const conditions = conditionsOf(details.changes);
  const weighing = proposal.asks !== 'variation' ? [] : weighed(changed(made, { of: { proposalId }, conditions, end }), beside, now);
  return [{ type: 'VariationDrafted', data: { ...ofProposal(made, proposalId), by, changes, end }, personal: words }, ...weighing];
}

interface Drafted {
  readonly changes: readonly ConditionChange[];
  readonly words: WordsParts;
}

const asked = { variation: asVaried, renewal: asRenewed, discharge: asDischarged } as const;

function asVaried(made: MadeOrder, { proposalId, changes, end }: DraftedVariation, now: Moment): Drafted {
  const facts = varyOrder(made, {
    ...{ variationId: proposalId, court: made.court, effective: now, onApplicationOf: 'chief-officer', changes, end },
    ...{ respondentPresent: null, reason: null },
  });
  const varied = facts.find((fact) => fact.type === 'OrderVaried');
  return { changes: varied?.data.changes ?? [], words: varied?.personal ?? {} };
}

function asRenewed(made: MadeOrder, { proposalId, changes, end }: DraftedVariation, now: Moment): Drafted {
  if (changes.length > 0) throw refuse<CannotDraft>('renewal-changes-nothing-else');
  if (!end) throw refuse<CannotDraft>('end-needed');
  renewOrder(
    made,
    { renewalId: proposalId, court: made.court, filedOn: now.on, made: now, end, onApplicationOf: 'chief-officer', awaiting: null },
    now,
  );
  return { changes: [], words: {} };
}

function asDischarged(made: MadeOrder, { changes, end }: DraftedVariation, now: Moment): Drafted {
  if (changes.length > 0 || end) throw refuse<CannotDraft>('discharge-ends-all');
  dischargeable(made, { court: made.court, at: now, onApplicationOf: 'chief-officer' }, now);
  return { changes: [], words: {} };
}
