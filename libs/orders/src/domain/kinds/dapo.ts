import { anyDuration, arrestForOffence, courtsAbove, type KindRule } from './kind-rule.js';

export const dapo = {
  kind: 'dapo',
  name: 'Domestic abuse protection order',
  short: 'DAPO',
  act: 'Domestic Abuse Act 2021 Part 3 (only where the pilots have begun)',
  // To be confirmed by the force solicitor.
  changedUnder: 'Domestic Abuse Act 2021 s.44',
  made: { from: '2024-11-27', until: null, source: 'Domestic Abuse Act 2021 Part 3, first pilots from 27 November 2024' },
  courts: ['magistrates', 'crown', 'family', 'county', 'high'],
  origins: ['application', 'conviction', 'acquittal', 'own-motion', 'appeal-remit'],
  mayVary: ['chief-officer', 'respondent', 'protected-person', 'third-party', 'court'],
  mayDischarge: ['chief-officer', 'respondent', 'protected-person', 'third-party', 'court'],
  mayRenew: [],
  appeals: () => ({
    source: 'DAA 2021 s.46 (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent', 'chief-officer', 'protected-person', 'third-party'],
    refusal: ['respondent', 'chief-officer', 'protected-person', 'third-party'],
    heardBy: courtsAbove,
  }),
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: false,
  breach: () => ({
    offenceCode: 'DA21001',
    civilCode: null,
    title: 'Breach of a domestic abuse protection order (DAA 2021 s.39)',
    maximum: '5 years on indictment; no conditional discharge',
    arrest: arrestForOffence,
    // s.39: an order or a variation he was given no notice of binds from when he knows of it.
    needsAwareness: 'when-made-without-notice',
  }),
  notificationDuty: { source: 'DAA 2021 s.41 (to be confirmed by the force solicitor)', days: 3 },
  orderUkWide: false,
  leastAge: 18,
} as const satisfies KindRule;
