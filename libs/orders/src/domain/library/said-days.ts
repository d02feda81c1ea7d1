const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

/** What comes round: `every Tuesday`, `twice a week`, `weekly`. */
const comingRound = new RegExp(
  `\\b${weekday}\\b|\\b(?:daily|nightly|weekly|fortnightly|monthly)\\b|\\b(?:every|each|per|once a|twice a|times a)\\s+(?:\\w+\\s+)?(?:day|week|weekday|weekend|fortnight|month|morning|afternoon|evening|night)s?\\b`,
  'i',
);
/** A day: `by 1 June 2026`, `June 1st`, `01/06/2026`, `within 14 days of this order`. */
const dated = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+|day of\\s+)?${month}\\b|\\b${month}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\bwithin\\s+(?:\\w+\\s+){1,3}(?:of|from|after)\\s+(?:today|service|the (?:making|date|service)|(?:this|the) order)`,
  'i',
);

/** Whether words speak of days on which, or by which, something is to be done. */
export function saysDays(words: string): boolean {
  return comingRound.test(words) || dated.test(words);
}
