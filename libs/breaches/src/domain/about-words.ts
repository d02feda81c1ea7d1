import type { VictimUpdateAbout } from './events.js';

/** What a victim is told of, in words after "of". */
export const aboutWords: Readonly<Record<VictimUpdateAbout, string>> = {
  'report-decision': 'the decision on the report',
  arrest: 'the arrest',
  interview: 'the interview under caution',
  release: 'the release',
  charge: 'the charge',
  remand: 'bail or remand after the charge',
  'no-further-action': 'the decision to take no further action',
  'out-of-court': 'the disposal out of court',
  'court-outcome': 'the outcome in court',
  'order-change': 'the change of the order',
};
