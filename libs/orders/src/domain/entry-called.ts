import { formatDate, type LocalDate } from '#calendar';
import type { Entry } from './in-error.js';

const called: Readonly<Record<Entry['is'], string>> = {
  attempt: 'a failed attempt to serve',
  service: 'a service',
  awareness: 'what showed that the respondent knew',
  variation: 'a variation',
  renewal: 'a renewal',
  'proposal-result': 'what became of a change that the force asked for',
  consent: 'a consent to discharge',
  appeal: 'an appeal',
  'appeal-decision': 'the decision of an appeal',
  'change-accepted': 'that the force does not appeal',
  notification: 'a notification by the respondent',
  default: 'a failure to notify',
  'requirement-check': 'whether a requirement was met',
  'details-change': 'a change of name or address',
  'hearing-outcome': 'what became of a hearing',
  'direction-done': 'that a direction was done or lifted',
  exemption: 'that no notification was owed',
  discharge: 'the discharge',
  quashing: 'the quashing',
  cessation: 'the end of the interim order',
};

/** An entry by its kind and the day of what it says happened, also once it is taken back: `the discharge of 20 Jun 2026`. Tells of nobody. */
export function entryCalled({ is }: Entry, was: LocalDate | null): string {
  return `${called[is]}${was === null ? '' : ` of ${formatDate(was)}`}`;
}
