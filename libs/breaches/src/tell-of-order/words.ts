import { entryCalled } from '#orders';
import type { OrderNews, OrderNewsKind } from '../domain/order-news.js';
import type { TellerRole, TellingDecision, WhyNotTold, WhyWithheld } from '../domain/telling.js';

/** Completes "told of …". */
export const newsWords: Readonly<Record<OrderNewsKind, string>> = {
  made: 'the making of the order',
  'interim-made': 'the making of the interim order',
  served: 'the service on the respondent',
  'service-failed': 'a failed attempt to serve',
  varied: 'the variation of the order',
  renewed: 'the renewal of the order',
  discharged: 'the discharge of the order',
  'appeal-lodged': 'an appeal',
  'appeal-determined': 'the result of the appeal',
  quashed: 'the setting aside of the order',
  ceased: 'the end of the interim order',
  'put-right': 'something recorded in error that they may have been told',
  'recorded-in-error': 'the order being recorded in error',
  'ending-soon': 'the end of the order that comes near',
  ended: 'the end of the order',
};

/** The same with what was put right by its kind and day, and nothing personal. */
export function newsInWords({ kind, error }: Pick<OrderNews, 'kind' | 'error'>): string {
  return error ? `${entryCalled(error.entry, error.was)} being recorded in error` : newsWords[kind];
}

export const tellerWords: Readonly<Record<TellerRole, string>> = {
  'officer-in-case': 'Officer in the case',
  'victim-liaison': 'Victim liaison',
  'witness-care': 'Witness care unit',
  supervisor: 'Supervisor',
  advocate: 'Their advocate (ISAC or IDVA)',
  other: 'Somebody else',
};

export const decisionWords: Readonly<Record<TellingDecision, string>> = {
  told: 'Told',
  'not-told': 'Not told',
  'do-not-tell': 'Do not tell',
};

export const whyWithheldWords: Readonly<Record<WhyWithheld, string>> = {
  'standing-wish': 'They do not want to hear of it',
  risk: 'Hearing of it would put them at risk',
};

const whyUntoldWords: Readonly<Record<WhyNotTold, string>> = {
  'knows-already': 'They know it already, for instance from court',
  'other-agency-tells': 'Another agency has undertaken to tell them',
  'cannot-be-reached-safely': 'They cannot be reached safely',
  'not-traced': 'They cannot be traced',
  'would-harm-investigation': 'It would harm the investigation',
  died: 'They have died',
  other: 'Another reason, given in the note',
};

export const whyUntold = Object.entries(whyUntoldWords).map(([value, text]) => ({ value, text }));

/** Every reason for which somebody was not told, or is not to be told. */
export const whyNotToldWords: Readonly<Record<WhyNotTold | WhyWithheld, string>> = { ...whyUntoldWords, ...whyWithheldWords };
