import { anyDuration, arrestForOffence, courtsAbove, type KindRule } from './kind-rule.js';

/** Family Law Act 1996 s.42, for a specified period or until further order. */
export const nonMolestation = {
  kind: 'non-molestation',
  name: 'Non-molestation order',
  short: 'NMO',
  act: 'Family Law Act 1996 s.42',
  made: {
    from: '1997-10-01',
    until: null,
    source: 'Family Law Act 1996 Part IV, in force on 1 October 1997 (to be confirmed by the force solicitor)',
  },
  courts: ['family', 'high', 'county'],
  origins: ['application', 'own-motion'],
  mayVary: ['respondent', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'protected-person', 'court'],
  mayRenew: [],
  appeals: () => ({
    source: 'Family Procedure Rules Part 30 (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent', 'protected-person'],
    refusal: ['respondent', 'protected-person'],
    heardBy: courtsAbove,
  }),
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: true,
  breach: () => ({
    offenceCode: 'FL96001',
    civilCode: null,
    title: 'Breach of a non-molestation order (FLA 1996 s.42A)',
    maximum: '5 years on indictment, or contempt of the family court instead, not both',
    arrest: arrestForOffence,
    // DPP v Stephenson [2025] EWHC 950 (Admin): in effect when made; service is not needed, knowing of it is.
    needsAwareness: 'when-made-without-notice',
  }),
  notificationDuty: null,
  orderUkWide: false,
  leastAge: 0,
} as const satisfies KindRule;
