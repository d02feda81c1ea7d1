import { anyDuration, arrestForOffence, type KindRule } from './kind-rule.js';

export const phaInjunction = {
  kind: 'pha-injunction',
  name: 'Injunction against harassment',
  short: 'Injunction',
  act: 'Protection from Harassment Act 1997 s.3 or s.3A',
  made: null,
  courts: ['county', 'high'],
  origins: ['application'],
  mayVary: ['respondent', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'protected-person', 'court'],
  mayRenew: [],
  mayAppeal: ['respondent', 'protected-person'],
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: true,
  breach: () => ({
    offenceCode: 'PH97001',
    civilCode: null,
    title: 'Breach of an injunction against harassment (PHA 1997 s.3(6))',
    maximum: '5 years on indictment, or contempt of court instead, not both (to be confirmed by the force solicitor)',
    arrest: `${arrestForOffence} A warrant of the court is the other way (s.3(3)).`,
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  adultOnly: false,
} as const satisfies KindRule;
