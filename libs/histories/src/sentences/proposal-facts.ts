import { formatDate } from '#calendar';
import type { ProposalFact, VariationOutcome, VariationReason, VariationRefusal } from '#orders';
import { givenAway } from './given-away.js';
import { day, endInWords, moment } from './when-in-words.js';
import { list, type Names, type When } from './sentence.js';

const REASONS: Readonly<Record<VariationReason, string>> = {
  'risk-changed': 'the risk changed',
  breached: 'the order was breached',
  'protected-person-moved': 'a protected person moved',
  'respondent-moved': 'the respondent moved',
  'unclear-wording': 'the wording is unclear',
  'work-or-family': 'work, worship or family',
  'other-order': 'another order',
  'order-ends': 'the order ends soon',
  'no-longer-necessary': 'it is no longer necessary',
  other: 'another reason',
};
const OUTCOMES: Readonly<Record<VariationOutcome, string>> = {
  'granted-as-asked': 'granted as asked',
  'granted-with-changes': 'granted with changes',
  refused: 'refused',
  withdrawn: 'withdrawn',
};
const REFUSALS: Readonly<Record<VariationRefusal, string>> = {
  'not-necessary': 'it was not necessary',
  'incompatible-with-another-order': 'another order stands against it',
  'conflicts-with-work-or-worship': 'of work, worship or education',
  evidence: 'of the evidence',
  'circumstances-changed': 'circumstances changed',
  'still-necessary': 'it is still necessary',
  procedural: 'of a procedural reason',
  other: 'of another reason',
};

/**
 * What to say of a step by which the force asks the court to vary, renew or discharge an order. What protected people say of it, and what the force
 * writes, is for the force that keeps the order, on the proposal's page: none of it stands here.
 */
export function proposalLine(fact: ProposalFact, recorded: When, names: Names): { when: When; heading: string; lines: readonly string[] } {
  switch (fact.type) {
    case 'VariationProposed':
      return { when: recorded, heading: `A ${fact.data.asks} is proposed: ${REASONS[fact.data.because]}`, lines: [] };
    case 'ViewsConsulted':
      return {
        when: day(fact.data.on),
        heading: `What ${names.protectedPerson(fact.data.protectedPersonId)} says of the change was recorded`,
        lines: [],
      };
    case 'VariationDrafted':
      return {
        when: recorded,
        heading: 'What the court is asked was drafted',
        lines: fact.data.end ? [`To end ${endInWords(fact.data.end)}`] : [],
      };
    case 'VariationApproved':
      return { when: recorded, heading: 'The proposal was approved by a second person', lines: [] };
    case 'VariationSentBack':
      return { when: recorded, heading: 'The proposal was sent back', lines: [] };
    case 'VariationFiled':
      return {
        when: day(fact.data.filedOn),
        heading: `Filed at ${fact.data.court.name} on ${formatDate(fact.data.filedOn)}`,
        lines: fact.data.givenAway ? [`Filed on purpose with ${list(givenAway(fact.data.givenAway))}`] : [],
      };
    case 'VariationDecided':
      return {
        when: moment(fact.data.at),
        heading: `What was asked of the court: ${OUTCOMES[fact.data.outcome]}${fact.data.because ? ` because ${REFUSALS[fact.data.because]}` : ''}`,
        lines: [],
      };
    case 'VariationRefusalAccepted':
      return { when: day(fact.data.on), heading: `${names.force(fact.data.force)} decided not to appeal against the refusal`, lines: [] };
  }
}
