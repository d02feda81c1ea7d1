import { kindRule, type OrderKind } from '../domain/kinds/index.js';
import type {
  Consultation,
  StepState,
  ToldOfVariation,
  VariationOutcome,
  VariationReason,
  VariationRefusal,
  VariationStep,
} from '../domain/variation.js';

// The words of the pages about a proposal to vary or to renew an order.

/** What the force may ask the court of an order of this kind: of some the law knows no renewal. */
export function askingTitle(kind: OrderKind): string {
  return kindRule(kind).mayRenew.includes('chief-officer') ? 'Ask the court to vary or renew the order' : 'Ask the court to vary the order';
}

export const asked = { variation: 'Vary the order: other conditions, or another end', renewal: 'Renew the order: carry it on' } as const;

export const variationReasons: Readonly<Record<VariationReason, string>> = {
  'risk-changed': 'the risk changed',
  breached: 'the order was breached',
  'protected-person-moved': 'a protected person moved, works or studies elsewhere',
  'respondent-moved': 'the respondent moved, works or studies elsewhere',
  'unclear-wording': 'the wording is unclear or cannot be enforced',
  'work-or-family': 'work, worship, education or contact with children',
  'other-order': 'another order was made',
  'order-ends': 'the order ends soon or has ended, and is still needed',
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
  changes: 'what is to change is to be drafted',
  approval: 'it waits for approval',
  filing: 'it is to be filed',
  result: 'filed, and waits for the court',
};
