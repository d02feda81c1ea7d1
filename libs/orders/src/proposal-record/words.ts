import type { Over } from '../domain/order.js';
import { askedByPolice, kindRule, type OrderKind } from '../domain/kinds/index.js';
import type {
  AskedOfCourt,
  Consultation,
  StepState,
  ToldOfVariation,
  VariationOutcome,
  VariationReason,
  VariationRefusal,
  VariationStep,
} from '../domain/variation.js';

// The words of the pages about a proposal to vary, to renew or to discharge an order.

/** What the force may ask the court of an order of this kind: of some the law knows no renewal. */
export function askingTitle(kind: OrderKind): string {
  const ways = askedByPolice(kindRule(kind)).map((one) => doing[one]);
  const [last = 'change', ...others] = ways.toReversed();
  return `Ask the court to ${[others.toReversed().join(', '), last].filter(Boolean).join(' or ')} the order`;
}

/** What the court is asked to do, after `to`. */
export const doing: Readonly<Record<AskedOfCourt, string>> = { variation: 'vary', renewal: 'renew', discharge: 'discharge' };

/** The proposal of one, at the beginning of a sentence. */
export const proposedOne: Readonly<Record<AskedOfCourt, string>> = {
  variation: 'A variation',
  renewal: 'A renewal',
  discharge: 'A discharge',
};

export const asked: Readonly<Record<AskedOfCourt, string>> = {
  variation: 'Vary the order: other conditions, or another end',
  renewal: 'Renew the order: carry it on',
  discharge: 'Discharge the order: end it whole, with all its conditions',
};

export const variationReasons: Readonly<Record<VariationReason, string>> = {
  'risk-changed': 'the risk changed',
  breached: 'the order was breached',
  'protected-person-moved': 'a protected person moved, works or studies elsewhere',
  'respondent-moved': 'the respondent moved, works or studies elsewhere',
  'unclear-wording': 'the wording is unclear or cannot be enforced',
  'work-or-family': 'work, worship, education or contact with children',
  'other-order': 'another order was made',
  'order-ends': 'the order ends soon or has ended, and is still needed',
  'no-longer-necessary': 'the order is no longer necessary',
  other: 'another reason',
};

export const consultations: Readonly<Record<Consultation, string>> = {
  supports: 'asked, and supports it',
  opposes: 'asked, and is against it',
  'no-view': 'asked, and has no view',
  'not-asked-cannot-be-reached-safely': 'not asked: cannot be reached safely',
  'not-asked-urgent-risk': 'not asked: the risk is urgent',
  'not-asked-at-own-request': 'not asked, at their own request',
  'not-asked-not-traced': 'not asked: could not be traced',
  'not-asked-other': 'not asked: another reason, which the note says',
};

export const toldWords: Readonly<Record<ToldOfVariation, string>> = {
  'told-safely': 'told, in the way that is safe for them',
  'not-told': 'not told yet',
  'do-not-tell': 'not to be told',
};

export const variationOutcomes: Readonly<Record<VariationOutcome, string>> = {
  'granted-as-asked': 'granted as asked',
  'granted-with-changes': 'granted with changes',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

export const variationRefusals: Readonly<Record<VariationRefusal, string>> = {
  'not-necessary': 'it was not necessary',
  'incompatible-with-another-order': 'another order stands against it (SPA 2019 s.2(7))',
  'conflicts-with-work-or-worship': 'it conflicts with work, worship or education',
  evidence: 'the evidence',
  'circumstances-changed': 'circumstances changed',
  'still-necessary': 'the order is still necessary',
  procedural: 'a procedural reason',
  other: 'another reason',
};

export const stepTags: Readonly<Record<StepState, { readonly text: string; readonly classes: string }>> = {
  'cannot-start': { text: 'Cannot start yet', classes: 'govuk-tag--grey' },
  'to-do': { text: 'To do', classes: 'govuk-tag--blue' },
  done: { text: 'Complete', classes: 'govuk-tag--green' },
};

/** How far a proposal is, by the step that waits. */
export const proposalStages: Readonly<Record<VariationStep, string>> = {
  views: 'the people it protects are to be asked',
  changes: 'what is asked is to be drafted',
  approval: 'it waits for approval',
  filing: 'it is to be filed',
  result: 'filed, and waits for the court',
};

/** How an order ended on which something is still asked. */
export const overWords: Readonly<Record<Over['because'], string>> = {
  discharged: 'was discharged',
  quashed: 'was quashed on appeal',
  ceased: 'ceased with the determination of its application',
  'recorded-in-error': 'is on record in error: it was said to have been made',
};
