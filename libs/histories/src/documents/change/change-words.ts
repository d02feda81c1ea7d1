import type { BreachStatus } from '#breaches';
import type { AskedOfCourt, Consent, Consultation, Court, VariationReason } from '#orders';

// The words of the papers of a change for what the record says in codes.

export const asksWords = { variation: 'vary', renewal: 'renew', discharge: 'discharge' } as const satisfies Record<AskedOfCourt, string>;

export const draftTitles: Readonly<Record<AskedOfCourt, string>> = {
  variation: 'Draft order as varied',
  renewal: 'Draft order as renewed',
  discharge: 'Draft order of discharge',
};

/** Whose consent the Act asks for, as it stands in a line of its own. */
export const consenting: Readonly<Record<Consent['by'], string>> = {
  respondent: 'The respondent',
  'applying-chief-officer': 'The chief officer who obtained the order',
  'home-chief-officer': 'The chief officer where the respondent lives',
};

export const courtKinds: Readonly<Record<Court['type'], string>> = {
  magistrates: 'Magistrates’ court',
  youth: 'Youth court',
  crown: 'Crown Court',
  family: 'Family Court',
  county: 'County Court',
  high: 'High Court',
  appeal: 'Court of Appeal',
  police: 'Police',
};

/** Why, as the respondent may read it: that a protected person moved would tell that there is a new place to look for. */
export const because: Readonly<Record<VariationReason, string>> = {
  'risk-changed': 'The risk has changed',
  breached: 'The order was breached',
  'protected-person-moved': 'Circumstances of the people it protects have changed',
  'respondent-moved': 'The respondent lives, works or studies elsewhere',
  'unclear-wording': 'The wording is unclear or cannot be enforced',
  'work-or-family': 'Work, worship, education or contact with children',
  'other-order': 'Another order was made',
  'order-ends': 'The order ends and is still needed',
  'no-longer-necessary': 'The order is no longer necessary',
  other: 'For the reasons below',
};

/** Of a renewal that is asked for too late. */
export const endedAndNeeded = 'The order has ended and is still needed';

export const consulted: Readonly<Record<Consultation, string>> = {
  supports: 'Asked, and supports it',
  opposes: 'Asked, and is against it',
  'no-view': 'Asked, and has no view',
  'not-asked-cannot-be-reached-safely': 'Not asked: cannot be reached safely',
  'not-asked-urgent-risk': 'Not asked: the risk is urgent',
  'not-asked-at-own-request': 'Not asked, at their own request',
  'not-asked-not-traced': 'Not asked: could not be traced',
  'not-asked-other': 'Not asked: another reason',
};

/** What the respondent knows of a breach because it was put to him. Absent: an allegation that is not served. */
export const knownOutcomes: Partial<Readonly<Record<BreachStatus, string>>> = {
  charged: 'Charged',
  convicted: 'Convicted',
  'out-of-court': 'Dealt with out of court',
  'contempt-proved': 'Contempt proved',
};

/** What courts did about the order. */
export const ofThisOrder: ReadonlySet<string> = new Set([
  ...['OrderMade', 'OrderServed', 'OrderVaried', 'OrderRenewed', 'NotificationDefaulted'],
  ...['AppealLodged', 'AppealDetermined'],
]);
