import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { consented, type ConsentsMissing, ownConsents } from '../domain/discharged.js';
import { aboutPerpetrator } from '../domain/draft.js';
import type { Court, GivenAway, OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import { anOpenProposal, type NoProposal, type NotReady, ofProposal, ready } from '../domain/open-proposal.js';
import type { OrderState } from '../domain/order.js';
import { type BadMoment, sinceMade } from '../domain/required.js';
import { conditionsOf, draftAgain } from '../domain/varied.js';
import type { Giving } from '../domain/giving.js';
import { wordsReplacedSince } from '../domain/words-changed.js';
import { type BesideOrders, changed, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

export interface FilingDetails {
  readonly proposalId: string;
  readonly filedOn: LocalDate;
  readonly court: Court;
  readonly reference: string | null;
  /** Whether a discharge was filed although a consent that the court needs to grant it is not recorded. */
  readonly withoutConsent?: boolean;
  /** Where the drafted words tell the respondent where a protected person can be reached, and who says that the court needs it. */
  readonly giving?: Giving & { readonly by: GivenAway['by'] };
}

export type CannotFileVariation =
  | NoProposal
  | NotReady
  | BadMoment
  | Unanswered
  | ConsentsMissing
  | 'not-approved'
  | 'filed-already'
  | 'wrong-court'
  | 'gives-away'
  | 'before-begun'
  | 'before-the-words';

/**
 * The approved proposal is filed at the court. A renewal filed after the last day is recorded all the same, out of time. Where an order in
 * force has come or changed since the draft, so that they may not fit, somebody says why it goes on (SPA 2019 s.2(7)). A discharge is not asked for
 * within two years of the making before the consents of the Act are recorded unless somebody says so: it binds the court, not the application (SPA 2019 s.4).
 */
export function fileVariation(order: OrderState, details: FilingDetails, now: Moment, beside: BesideOrders = nothingBeside): OrderFact[] {
  const { proposalId, filedOn, court, reference, giving, withoutConsent = false } = details;
  const { made, proposal } = anOpenProposal(order, proposalId);
  if (proposal.filed) throw refuse<CannotFileVariation>('filed-already');
  ready(made, proposal);
  if (!proposal.approvedBy) throw refuse<CannotFileVariation>('not-approved');
  sinceMade(made, someTimeOn(filedOn), someTimeOn(now.on));
  if (proposal.begunOn !== null && filedOn < proposal.begunOn) throw refuse<CannotFileVariation>('before-begun', { on: proposal.begunOn });
  const since = wordsReplacedSince(
    made,
    (proposal.draft?.changes ?? []).map(({ change }) => change),
    now,
  );
  if (since && filedOn < since.on) throw refuse<CannotFileVariation>('before-the-words', { on: since.on });
  if (!kindRule(made.kind).courts.includes(court.type)) throw refuse<CannotFileVariation>('wrong-court');
  if (proposal.asks === 'discharge' && !withoutConsent) consented(made, ownConsents(filedOn));
  const found = giving?.found ?? [];
  if (found.length > 0 && !giving?.knowingly) throw refuse<CannotFileVariation>('gives-away');
  const givenAway = giving && found.length > 0 ? { givenAway: { by: giving.by, found } } : {};
  const conditions = conditionsOf((proposal.draft?.changes ?? []).map(draftAgain));
  const of = { proposalId };
  const weighing = weighed(changed(made, { of, conditions, end: proposal.draft?.end ?? null }), beside, now);
  const sealed = aboutPerpetrator(made.perpetratorId, reference);
  return [
    {
      type: 'VariationFiled',
      data: { ...ofProposal(made, proposalId), filedOn, court, ...givenAway },
      personal: sealed ? { reference: sealed } : {},
    },
    ...weighing,
  ];
}
