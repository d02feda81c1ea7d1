import { formatDate } from '#calendar';
import type { Words } from '#pages';
import type { HearingDoubt } from '../domain/hearing-days.js';

const doubts: Readonly<Record<HearingDoubt, string>> = {
  'bank-holiday': 'is a bank holiday, when courts rarely sit',
  sunday: 'is a Sunday, when courts rarely sit',
  saturday: 'is a Saturday, when few courts sit',
  'far-off': 'is more than two years away',
  passed: 'has passed',
};

/** What is said of an unlikely day of a hearing; the form then asks whether it is that day. */
export const unlikelyDayWords: Words[string] = {
  field: 'sureOf',
  text: (_, { details: { doubt, on } }) => `${formatDate(String(on))} ${wordsOf(doubt)}. Change the day, or tick that the hearing is on it`,
};

function wordsOf(doubt: unknown): string {
  return Object.entries(doubts).find(([key]) => key === doubt)?.[1] ?? 'is an unlikely day';
}
