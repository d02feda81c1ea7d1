import { anyDuration, type KindRule } from './kind-rule.js';

/** Criminal behaviour orders, sexual harm prevention orders, bail and whatever else protects someone: kept with its words and its end. */
export const other = {
  kind: 'other',
  name: 'Other order',
  short: 'Other order',
  act: 'As the order says',
  made: null,
  courts: ['magistrates', 'youth', 'crown', 'family', 'county', 'high', 'appeal', 'police'],
  origins: ['application', 'conviction', 'acquittal', 'appeal-remit', 'own-motion', 'notice'],
  mayVary: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
  mayDischarge: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
  mayRenew: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
  mayAppeal: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: false,
  breach: () => ({
    offenceCode: null,
    civilCode: null,
    title: 'Breach of the order',
    maximum: 'Depends on the order',
    arrest: 'Depends on the order: ask the force solicitor or the custody sergeant.',
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  adultOnly: false,
} as const satisfies KindRule;
