import { type Whereabouts, saying } from '#people';

/** What is printed instead of words that would tell the respondent where somebody protected can be reached. */
export const notPrinted = 'Not printed: it would tell where a protected person can be reached. Ask the court how to file it';

/** `text` as it may stand on paper that the respondent may read; other words instead where it tells in any spelling where anybody is reached. */
export function printable(whereabouts: readonly Whereabouts[]): (text: string) => string {
  const says = saying(whereabouts);
  return (text) => (says(text) === null ? text : notPrinted);
}
