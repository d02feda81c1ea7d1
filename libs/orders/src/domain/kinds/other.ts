import { anyDuration, courtsAbove, type KindRule } from './kind-rule.js';

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
  appeals: () => ({
    source: 'As the order says',
    making: ['respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
    change: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
    refusal: ['chief-officer', 'respondent', 'prosecution', 'protected-person', 'third-party', 'court'],
    heardBy: { ...courtsAbove, police: ['magistrates', 'crown'], appeal: ['appeal'] },
  }),
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
  leastAge: 0,
} as const satisfies KindRule;
