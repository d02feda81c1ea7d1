import { personal, refuse } from '#event-sourcing';
import type { Awaited, Court, OrderFact } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import { anOpenProposal, type NoProposal, ofProposal } from '../domain/open-proposal.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { notAhead } from '../domain/required.js';
import { type Proposal, type VariationOutcome, type VariationRefusal, wasGranted } from '../domain/variation.js';
import { type CannotDischarge, dischargeOrder, ownConsents } from '../domain/discharged.js';
import { type CannotRenew, renewOrder } from '../domain/renewed.js';
import { type CannotVary, draftAgain, type DraftChange, varyOrder } from '../domain/varied.js';
import { type BesideOrders, nothingBeside } from '../domain/weighing.js';
import { changesIn, isBefore, wordsReplacedSince } from '../domain/words-changed.js';

export interface DecisionDetails {
  readonly proposalId: string;
  readonly outcome: VariationOutcome;
  readonly at: Moment;
  /** From when a variation has effect; null: from the decision on. */
  readonly effective: Moment | null;
  readonly court: Court;
  readonly respondentPresent: boolean | null;
  /** What the court changed, where it granted something else than was asked. */
  readonly changes: readonly DraftChange[];
  readonly end: End | null;
  /** For what an interim order is carried on. */
  readonly awaiting: Awaited | null;
  /** Why it was refused or withdrawn. */
  readonly because: VariationRefusal | null;
  readonly note: string | null;
  /** Of a discharge: whether the court granted it although a consent that the Act asks for is not recorded. */
  readonly withoutConsent?: boolean;
}

export type CannotDecideVariation =
  | NoProposal
  | CannotVary
  | CannotRenew
  | CannotDischarge
  | 'not-filed'
  | 'before-filing'
  | 'why-refused-needed'
  | 'in-the-future'
  | 'before-the-words'
  | 'before-the-decision'
  | 'discharge-ends-all';

/**
 * What became of it: the court granted it, as asked or with changes, or refused it, or the force withdrew it (which it may at any time). The
 * order changes by the same fact as when others asked, with the id of the proposal. What the court made of it is weighed against the orders
 * in force as the draft was, where it is not what was weighed then. Nobody is bound by words before the court ordered them, so they have effect from
 * the decision at the earliest.
 */
export function decideVariation(
  order: OrderState,
  details: DecisionDetails,
  now: Moment,
  beside: BesideOrders = nothingBeside,
): OrderFact[] {
  const { proposalId, outcome, at, court, because, note } = details;
  const { made, proposal } = anOpenProposal(order, proposalId);
  notAhead(at, now);
  if (outcome !== 'withdrawn' && !proposal.filed) throw refuse<CannotDecideVariation>('not-filed');
  if (proposal.filed && at.on < proposal.filed.on) throw refuse<CannotDecideVariation>('before-filing');
  const granted = wasGranted(outcome);
  if (!granted && !because) throw refuse<CannotDecideVariation>('why-refused-needed');
  const sealed = note?.trim() ? { note: personal([made.perpetratorId, ...made.protectedPersonIds], note.trim()) } : {};
  const decided: OrderFact = {
    type: 'VariationDecided',
    data: { ...ofProposal(made, proposalId), outcome, at, court: proposal.filed ? court : null, because: granted ? null : because },
    personal: sealed,
  };
  return granted ? [decided, ...asGranted(made, proposal, details, { with: beside, now })] : [decided];
}

function asGranted(
  made: MadeOrder,
  proposal: Proposal,
  details: DecisionDetails,
  beside: { readonly with: BesideOrders; readonly now: Moment },
): OrderFact[] {
  const { proposalId, outcome, at, effective, court, respondentPresent, awaiting, withoutConsent = false } = details;
  const asAsked = outcome === 'granted-as-asked';
  if (proposal.asks === 'discharge') {
    if (!asAsked) throw refuse<CannotDecideVariation>('discharge-ends-all');
    return dischargeOrder(made, { ...ownConsents(at.on), court, at, reason: null, proposalId, withoutConsent }, beside.now);
  }
  const end = asAsked ? (proposal.draft?.end ?? null) : details.end;
  if (proposal.asks === 'renewal') {
    if (!end) throw refuse<CannotDecideVariation>('not-later');
    const filedOn = proposal.filed?.on ?? at.on;
    return renewOrder(
      made,
      { renewalId: proposalId, court, filedOn, made: at, end, onApplicationOf: 'chief-officer', awaiting },
      beside.now,
    );
  }
  const changes = asAsked ? (proposal.draft?.changes ?? []).map(draftAgain) : details.changes;
  if (effective && isBefore(effective, at)) throw refuse<CannotDecideVariation>('before-the-decision', { on: at.on });
  const varied = { variationId: proposalId, court, effective: effective ?? at, onApplicationOf: 'chief-officer' } as const;
  // Why the force asked is its own, on the proposal: it can say where somebody lives or works now, and the order is read by every force.
  const facts = varyOrder(made, { ...varied, respondentPresent, changes, end, reason: null }, beside);
  const since = wordsReplacedSince(made, changesIn(facts), beside.now);
  if (since && isBefore(varied.effective, since)) throw refuse<CannotDecideVariation>('before-the-words', { on: since.on });
  return facts;
}
