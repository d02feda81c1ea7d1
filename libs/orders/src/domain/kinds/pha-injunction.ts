import { anyDuration, arrestForOffence, courtsAbove, type KindRule } from './kind-rule.js';

/** Protection from Harassment Act 1997 s.3 and s.3A, as long as the court orders. */
export const phaInjunction = {
  kind: 'pha-injunction',
  name: 'Injunction against harassment',
  short: 'Injunction',
  act: 'Protection from Harassment Act 1997 s.3 or s.3A',
  made: { from: '1997-06-16', until: null, source: 'PHA 1997 s.3, in force on 16 June 1997 (to be confirmed by the force solicitor)' },
  courts: ['county', 'high'],
  origins: ['application'],
  mayVary: ['respondent', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'protected-person', 'court'],
  mayRenew: [],
  appeals: () => ({
    source: 'Civil Procedure Rules Part 52 (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent', 'protected-person'],
    refusal: ['respondent', 'protected-person'],
    heardBy: courtsAbove,
  }),
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
  leastAge: 0,
} as const satisfies KindRule;
