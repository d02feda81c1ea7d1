import type { ReportingRestriction, WhyNotTold, YouthContactOf } from '../domain/youth/facts.js';

// Words about respondents under 18.

export const contactTitles: Readonly<Record<YouthContactOf, string>> = {
  'youth-justice': 'Youth justice team',
  parent: 'Parent or guardian',
};

/** `None was told …`: completed as a sentence on pages, offered as choices in forms. */
export const whyNotTold: Readonly<Record<WhyNotTold, string>> = {
  'not-yet': 'not yet: it is still to be done',
  'risk-to-somebody': 'telling them would put somebody at risk',
  'to-be-protected': 'the order is to protect them from the respondent',
  'cannot-be-reached': 'they could not be reached',
  'not-traced': 'there is none, or nobody knows of one',
  other: 'another reason',
};

export const restrictionWords: Readonly<Record<ReportingRestriction, string>> = {
  automatic: 'the automatic restriction of the youth court',
  directed: 'a restriction that a court directed',
  lifted: 'none: a court lifted it, or allowed reporting',
  ended: 'none any more: it ended when the respondent turned 18',
  none: 'none applies',
};
